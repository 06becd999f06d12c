import { useCallback, useMemo } from "react";
import { useClient } from "urql";
import { OpenAccessReviewDocument } from "../../../gen/documents/features/accountaccess/review/AccessReview";
import { problemsOf } from "../../../graphql/problem";
import type { OpenReview } from "./matrix";
import { useEach } from "./useEach";
import { type Run, useRun } from "./useRun";

// The open reviews of all accounts that the viewer sees.
export function useOpenReviews() {
  const client = useClient();
  const runs = useRun();
  const askOne = useCallback(
    async ({ account, withLog }: Run, background: boolean) => {
      const { data, error } = await client.query(OpenAccessReviewDocument, { account: account.id, withLog }, { requestPolicy: "network-only", background }).toPromise();
      return { review: data?.account?.openAccessReview ?? null, problems: problemsOf(error) };
    },
    [client],
  );
  const { answers, ...each } = useEach(runs, askOne);
  const reviews = useMemo(
    () =>
      runs.flatMap(({ account, level }): OpenReview[] => {
        const review = answers.get(account.id)?.review;
        return review ? [{ id: review.id, account, mayDecide: level === "FULL", items: review.items ?? [] }] : [];
      }),
    [runs, answers],
  );
  const problems = runs.flatMap(({ account }) => answers.get(account.id)?.problems ?? []);
  return { runs, reviews, problems, ...each };
}
