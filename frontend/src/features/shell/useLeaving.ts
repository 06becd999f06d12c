import { useBlocker } from "@tanstack/react-router";
import { useEffect, useState } from "react";

interface Leaving {
  isAsked: boolean;
  stay: () => void;
  leave: () => void;
}

const questions = new Set<() => Promise<boolean>>();
let isGone = false;

// Whether the open page may be left; where something would be lost, the person is asked.
export async function mayLeave(): Promise<boolean> {
  for (const ask of questions) {
    if (!(await ask())) return false;
  }
  return true;
}

// Whether something on the open page would be lost.
export const isUnsaved = (): boolean => questions.size > 0;

// Loads another page, whatever is on this one: the browser does not ask again.
export function leaveFor(path: string): void {
  isGone = true;
  location.assign(path);
}

// A page on which something would be lost asks before it is left: for another page, by signing out, or,
// in the browser's words, with the tab.
export function useLeaving(asks: boolean): Leaving {
  const [answer, setAnswer] = useState<(may: boolean) => void>();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => asks && current.pathname !== next.pathname,
    enableBeforeUnload: () => asks && !isGone,
    withResolver: true,
  });
  useEffect(() => {
    if (!asks) return;
    const ask = () => new Promise<boolean>((resolve) => setAnswer(() => resolve));
    questions.add(ask);
    return () => void questions.delete(ask);
  }, [asks]);

  const reply = (may: boolean) => {
    answer?.(may);
    setAnswer(undefined);
  };
  return {
    isAsked: blocker.status === "blocked" || answer !== undefined,
    stay: () => (blocker.reset?.(), reply(false)),
    leave: () => (blocker.proceed?.(), reply(true)),
  };
}
