import { useEffect, useState } from "react";
import { useClient } from "urql";
import type { Problem } from "../../../graphql/problem";
import type { Entry } from "../../activitylog/entry";
import { collect } from "../../activitylog/export/collect";

interface Wish {
  account: string;
  client: string;
  from: string | null;
}

export interface Printed {
  entries: readonly Entry[];
  at: string;
  // The wish that it answers.
  from: string | null;
}

export interface Printing {
  printed: Printed | null;
  isPending: boolean;
  problems: Problem[];
  start: () => void;
}

// To print is to export: the server is asked for all entries, and keeps that it was. The browser
// prints once they stand on the page.
export function usePrinting({ account, client, from }: Wish): Printing {
  const urql = useClient();
  const [printed, setPrinted] = useState<Printed | null>(null);
  const [isPending, setPending] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  useEffect(() => {
    if (printed) window.print();
  }, [printed]);
  const start = async () => {
    setPending(true);
    setProblems([]);
    const filter = { client, from, recordOnly: true };
    const found = await collect(urql, { account, filter, onProgress: () => undefined, signal: new AbortController().signal });
    setPending(false);
    if ("problems" in found) setProblems(found.problems);
    if ("entries" in found) setPrinted({ entries: found.entries, at: new Date().toISOString(), from });
  };
  return { printed: printed?.from === from ? printed : null, isPending, problems, start: () => void start() };
}
