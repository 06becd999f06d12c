import { useCallback, useMemo } from "react";
import { useClient } from "urql";
import { FinishedAccessReviewsDocument } from "../../../gen/documents/features/accountaccess/review/AccessReview";
import { groupsOf } from "./finished";
import { useEach } from "./useEach";
import { type Run, useRun } from "./useRun";

// The finished reviews of all accounts that the viewer sees, and when the next ones are due.
export function useFinished() {
  const client = useClient();
  const runs = useRun();
  const askOne = useCallback(
    async ({ account }: Run, background: boolean) => (await client.query(FinishedAccessReviewsDocument, { account: account.id }, { requestPolicy: "network-only", background }).toPromise()).data?.account,
    [client],
  );
  const { answers, isLoaded } = useEach(runs, askOne);
  const groups = useMemo(
    () => groupsOf(runs.flatMap(({ account }) => (answers.get(account.id)?.accessReviews ?? []).map((review) => ({ account, review })))),
    [runs, answers],
  );
  return { runs, groups, answers, isLoaded };
}
