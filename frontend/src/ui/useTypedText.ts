import { useState } from "react";

interface Typed<V> {
  value: V;
  onChange: (value: V) => void;
  format: (value: V) => string;
  /** Undefined: cannot be read. */
  parse: (text: string) => V | undefined;
}

/**
 * Keeps what a person types as it is until the field is left; only then is it written anew.
 * A value changed from outside meanwhile wins over the text.
 */
export function useTypedText<V>({ value, onChange, format, parse }: Typed<V>) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : parse(typed);
  const isUnreadable = read === undefined;
  const text = typed !== null && (isUnreadable || read === value) ? typed : format(value);
  return {
    text,
    isUnreadable,
    change(next: string) {
      setTyped(next);
      const parsed = parse(next);
      if (parsed !== undefined && parsed !== value) onChange(parsed);
    },
    leave() {
      if (!isUnreadable) setTyped(null);
    },
  };
}
