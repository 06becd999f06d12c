import { useBlocker } from "@tanstack/react-router";
import { Suspense, lazy } from "react";

const LeaveQuestion = lazy(() => import("./LeaveQuestion").then((module) => ({ default: module.LeaveQuestion })));

interface Props {
  // While a copy is under way, its result would not be seen.
  isCopying: boolean;
  hasChoices: boolean;
}

// Leaving asks when choices would be lost. Between the steps nothing is.
export function LeaveDialog({ isCopying, hasChoices }: Props) {
  const asks = isCopying || hasChoices;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => asks && current.pathname !== next.pathname,
    enableBeforeUnload: () => asks,
    withResolver: true,
  });
  if (blocker.status !== "blocked") return null;
  return (
    <Suspense>
      <LeaveQuestion isCopying={isCopying} onStay={blocker.reset} onLeave={blocker.proceed} />
    </Suspense>
  );
}
