import { useEffect, useState } from "react";

// A value as it was once it had stayed the same for a while: each search is a reading that is
// logged, and a keystroke is no search.
export function useLater<Value>(value: Value, ms = 300): Value {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return later;
}
