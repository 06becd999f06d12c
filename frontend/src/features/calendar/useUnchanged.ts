import { useState } from "react";

// The same value as long as it says the same: what is read again is mostly what it was, and whoever
// is about to press or drag must not lose hold of it.
export function useUnchanged<Value>(value: Value): Value {
  const [kept, keep] = useState(value);
  if (kept === value) return kept;
  if (JSON.stringify(kept) === JSON.stringify(value)) return kept;
  keep(value);
  return value;
}
