import { useCallback, useState } from "react";

// Which items of a list have their details open; by id and not by place, so that what others do, or
// another order, closes nothing.
export function useOpenItems(): [ReadonlySet<string>, (id: string) => void] {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((id: string) => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  return [open, toggle];
}
