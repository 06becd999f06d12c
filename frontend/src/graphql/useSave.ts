import type { TypedDocumentNode } from "@urql/core";
import { useCallback, useState } from "react";
import { useMutation } from "urql";
import { type Problem, problemsOf } from "./problem";

export interface Saving<Data, Variables> {
  // Gives the answer, or nothing when there were problems. A save that was refused can be sent
  // again: whatever was typed is still with the form.
  save: (variables: Variables) => Promise<Data | undefined>;
  isPending: boolean;
  problems: Problem[];
  clear: () => void;
}

// useSave sends a mutation and keeps what went wrong with it, for the form to show.
export function useSave<Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>): Saving<Data, Variables> {
  const [{ fetching }, execute] = useMutation(document);
  const [problems, setProblems] = useState<Problem[]>([]);
  const save = useCallback(
    async (variables: Variables) => {
      setProblems([]);
      const { data, error } = await execute(variables);
      const found = problemsOf(error);
      setProblems(found);
      return found.length === 0 ? data : undefined;
    },
    [execute],
  );
  const clear = useCallback(() => setProblems([]), []);
  return { save, isPending: fetching, problems, clear };
}
