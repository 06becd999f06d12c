import { useEffect, useEffectEvent } from "react";
import { useQuery } from "urql";
import { SetupSoFarDocument } from "../../gen/documents/features/home/Home";
import { useAccount } from "../shell/viewer";
import { type Step, doneOf, steps } from "./steps";

export interface Setup {
  // Whether there is anything for the viewer to set up.
  isTheirs: boolean;
  isLoading: boolean;
  // What is done; nothing, where it cannot be known.
  done: Set<Step["id"]> | undefined;
}

// What of the set-up is done stands in the log. It is asked again on each visit until all is done,
// and then no more: every reading of it is an entry.
export function useSetup(): Setup {
  const account = useAccount();
  const isTheirs = account.mayEdit("ACCOUNT_ACCESS") || account.mayEdit("CODES_SETUP");
  const isAsked = isTheirs && account.mayView("ACTIVITY_LOG");
  const [{ data, error, stale }, again] = useQuery({ query: SetupSoFarDocument, variables: { account: account.id }, pause: !isAsked });
  const done = data?.account ? doneOf(data.account) : undefined;
  const askAgain = useEffectEvent(() => {
    if (done && !stale && done.size < steps().length) again({ requestPolicy: "network-only" });
  });
  useEffect(() => askAgain(), []);
  return { isTheirs, isLoading: isAsked && !data && !error, done };
}
