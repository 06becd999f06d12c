import { useState } from "react";

export type FieldErrors = Record<string, string | string[]>;

/**
 * The server's errors, as a new object only when there is a new refusal. React Aria takes each new object
 * for one: from a parent that makes its errors at every render they would come back at each key press,
 * and the form could never be sent again. The same words again are new after another sending.
 */
export function useRefusal(given: FieldErrors) {
  const [sendings, setSendings] = useState(0);
  const text = JSON.stringify(given);
  const [held, setHeld] = useState({ given, text, sendings });
  const isNew = text !== held.text || (given !== held.given && sendings !== held.sendings);
  if (isNew) setHeld({ given, text, sendings });
  return { errors: isNew ? given : held.given, sent: () => setSendings((n) => n + 1) };
}
