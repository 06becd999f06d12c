import { useCallback, useEffect, useState } from "react";
import { useChanges } from "../../../live/useLive";
import type { Run } from "./useRun";

// Asks something of each account by itself, and again when something changes in its Account Access.
export function useEach<T>(runs: readonly Run[], askOne: (run: Run, background: boolean) => Promise<T>) {
  const [answers, setAnswers] = useState<ReadonlyMap<string, T>>(new Map());
  const ask = useCallback(
    (run: Run, background = false) => askOne(run, background).then((answer) => setAnswers((before) => new Map(before).set(run.account.id, answer))),
    [askOne],
  );
  useEffect(() => {
    for (const run of runs) void ask(run);
  }, [runs, ask]);
  useChanges(({ kind, account, section }) => {
    const isOfAll = kind === "EVERYTHING";
    if (!isOfAll && section !== "ACCOUNT_ACCESS") return;
    for (const run of runs) if (isOfAll || run.account.id === account) void ask(run, true);
  });
  const again = useCallback((id?: string) => Promise.all(runs.filter(({ account }) => !id || account.id === id).map((run) => ask(run))), [runs, ask]);
  return { answers, again, isLoaded: runs.every(({ account }) => answers.has(account.id)) };
}
