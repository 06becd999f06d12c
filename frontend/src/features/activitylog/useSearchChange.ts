import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Criterion, LogSearch } from "./search";

// Changes one condition in the address. Refining what was typed replaces the step before, so that
// Back leads to the search before and not to half a word.
export function useSearchChange() {
  const navigate = useNavigate({ from: "/p/$account/activity-log/" });
  return useCallback(
    <C extends Criterion>(name: C, value: LogSearch[C], replace = false) =>
      void navigate({ search: ({ [name]: _, ...rest }: LogSearch) => (value === undefined ? rest : { ...rest, [name]: value }), replace, resetScroll: false }),
    [navigate],
  );
}
