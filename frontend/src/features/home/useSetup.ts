import { useEffect, useEffectEvent } from "react";
import { useQuery } from "urql";
import { SetupSoFarDocument } from "../../gen/documents/features/home/Home";
import { useAccount } from "../shell/viewer";
import { type Step, doneOf, steps } from "./steps";

// What of the set-up is done; nothing, while that is not known. The log is asked again on each
// visit until all is done, and then no more: every reading of it is an entry.
export function useSetup(): { done: Set<Step["id"]> | undefined; isKnowable: boolean } {
  const account = useAccount();
  const isKnowable = account.mayView("ACTIVITY_LOG");
  const [{ data, stale }, again] = useQuery({ query: SetupSoFarDocument, variables: { account: account.id }, pause: !isKnowable });
  const done = data?.account ? doneOf(data.account) : undefined;
  const askAgain = useEffectEvent(() => {
    if (done && !stale && done.size < steps().length) again({ requestPolicy: "network-only" });
  });
  useEffect(() => askAgain(), []);
  return { done, isKnowable };
}
