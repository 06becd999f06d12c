import { useEffect, useRef, useState } from "react";
import type { Filter } from "./filter";

const WRITE_MS = 200;

// The filter as it is typed, and in the address once the typing pauses: a link to it can be shared,
// and Back works.
export function useFilter(address: Filter, write: (filter: Filter) => void): [Filter, (filter: Filter) => void] {
  const [filter, setFilter] = useState(address);
  const written = useRef(textOf(address));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const said = textOf(address);

  // An address that is not of our own writing counts.
  useEffect(() => {
    if (said === written.current) return;
    written.current = said;
    setFilter(JSON.parse(said) as Filter);
  }, [said]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (next: Filter) => {
    setFilter(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      written.current = textOf(next);
      write(next);
    }, WRITE_MS);
  };
  return [filter, change];
}

const textOf = ({ name, section, level }: Filter): string => JSON.stringify({ name, section, level });
