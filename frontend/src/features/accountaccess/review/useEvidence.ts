import { useEffect, useState } from "react";
import { useClient } from "urql";
import { AccessReviewEvidenceDocument } from "../../../gen/documents/features/accountaccess/review/AccessReview";
import type { AccessReviewEvidenceQuery } from "../../../gen/types";
import type { Group } from "./finished";
import { useRun } from "./useRun";

export interface Evidence {
  account: NonNullable<AccessReviewEvidenceQuery["account"]>;
  review: Extract<NonNullable<AccessReviewEvidenceQuery["node"]>, { __typename: "AccessReview" }>;
}

// What the reviews of a group have found; nothing until all of it is there. It never changes.
export function useEvidence(group: Group | undefined): readonly Evidence[] | undefined {
  const client = useClient();
  const runs = useRun();
  const [evidence, setEvidence] = useState<readonly Evidence[]>();
  useEffect(() => {
    if (!group) return;
    const ask = async ({ account, review }: Group["reviews"][number]): Promise<Evidence[]> => {
      const withLog = runs.some((run) => run.account.id === account.id && run.withLog);
      const { data } = await client.query(AccessReviewEvidenceDocument, { account: account.id, id: review.id, withLog }).toPromise();
      return data?.account && data.node?.__typename === "AccessReview" ? [{ account: data.account, review: data.node }] : [];
    };
    void Promise.all(group.reviews.map(ask)).then((found) => setEvidence(found.flat()));
  }, [client, group, runs]);
  return evidence;
}
