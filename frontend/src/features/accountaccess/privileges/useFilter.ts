import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Filter } from "./filter";

const WRITE_MS = 200;

// The filter as it is typed, and in the address once the typing pauses: a link to it can be shared,
// and Back works.
export function useFilter(address: Filter, write: (filter: Filter) => void) {
  const [filter, setFilter] = useState(address);
  const written = useRef(textOf(address));
  const said = textOf(address);
  const typed = textOf(filter);
  const writeLatest = useEffectEvent(() => {
    written.current = typed;
    write(filter);
  });

  // An address that is not of our own writing counts.
  useEffect(() => {
    if (said === written.current) return;
    written.current = said;
    setFilter(JSON.parse(said) as Filter);
  }, [said]);
  useEffect(() => {
    if (typed === written.current) return;
    const timer = setTimeout(() => writeLatest(), WRITE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return [filter, setFilter] as const;
}

const textOf = ({ name, section, level }: Filter): string => JSON.stringify({ name, section, level });
