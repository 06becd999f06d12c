import { useRef, useState } from "react";
import { t } from "../../text";
import { announce } from "../../ui/announce";
import { type Entry, remember } from "./history";
import { operationAt, readVariables } from "./readQuery";
import { type Answer, run, runAsApp } from "./run";

export interface Draft {
  query: string;
  variables: string;
}

export interface Runs {
  answer?: Answer;
  entries: readonly Entry[];
  isRunning: boolean;
  // Why the draft cannot be run.
  problem?: string;
  start: (draft: Draft, cursor: number) => Promise<void>;
}

// Runs drafts one at a time: the answer of an earlier one is not waited for. With a token they run as the
// app does that has it.
export function useRuns(account: string, token: string): Runs {
  const [state, setState] = useState<Pick<Runs, "answer" | "problem" | "isRunning">>({ isRunning: false });
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const underWay = useRef<AbortController>(undefined);

  const start = async ({ query, variables: text }: Draft, cursor: number) => {
    const variables = readVariables(text);
    if (!variables) return setState({ isRunning: false, problem: t("The variables must be one JSON object, such as {example}", { example: '{"first": 5}' }) });
    underWay.current?.abort();
    const own = (underWay.current = new AbortController());
    const operationName = operationAt(query, cursor);
    setState({ isRunning: true });
    try {
      const what = { query, variables, ...(operationName && { operationName }) };
      const answer = await (token ? runAsApp(token, what, own.signal) : run(account, what, own.signal));
      setState({ isRunning: false, answer });
      setEntries((before) => remember(before, entryOf({ query, variables: text }, answer, operationName)));
      announce(answer.errors[0]?.message ?? t("The result is there."));
    } catch (error) {
      if (!own.signal.aborted) throw error;
    }
  };
  return { ...state, entries, start };
}

function entryOf(draft: Draft, { status, milliseconds, errors }: Answer, operationName: string | undefined): Omit<Entry, "id"> {
  return { ...draft, status, milliseconds, failed: errors.length > 0, at: new Date().toISOString(), ...(operationName && { operationName }) };
}
