import { useEffect, useState } from "react";
import type { Problem } from "../../../graphql/problem";

export interface Printed<Content> {
  content: Content;
  at: string;
}

export interface Printing<Content> {
  printed: Printed<Content> | null;
  isPending: boolean;
  problems: Problem[];
  start: () => void;
}

// To print is to export: what is printed is fetched for it, so that the server keeps that it was. The
// browser prints once it stands on the page. Another way to fetch forgets what was there.
export function usePrinting<Content extends object>(fetch: () => Promise<Content | Problem[]>): Printing<Content> {
  const [answer, setAnswer] = useState<{ of: typeof fetch; printed: Printed<Content> } | null>(null);
  const [isPending, setPending] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  useEffect(() => {
    if (answer) window.print();
  }, [answer]);
  const start = async () => {
    setPending(true);
    setProblems([]);
    const found = await fetch();
    setPending(false);
    if (Array.isArray(found)) setProblems(found);
    else setAnswer({ of: fetch, printed: { content: found, at: new Date().toISOString() } });
  };
  return { printed: answer?.of === fetch ? answer.printed : null, isPending, problems, start: () => void start() };
}
