import { Suspense, lazy } from "react";
import { useLeaving } from "../shell/useLeaving";

const LeaveQuestion = lazy(() => import("./LeaveQuestion").then((module) => ({ default: module.LeaveQuestion })));

interface Props {
  // While a copy is under way, its result would not be seen.
  isCopying: boolean;
  hasChoices: boolean;
}

// Leaving asks when choices would be lost. Between the steps nothing is.
export function LeaveDialog({ isCopying, hasChoices }: Props) {
  const { isAsked, stay, leave } = useLeaving(isCopying || hasChoices);
  if (!isAsked) return null;
  return (
    <Suspense>
      <LeaveQuestion isCopying={isCopying} onStay={stay} onLeave={leave} />
    </Suspense>
  );
}
