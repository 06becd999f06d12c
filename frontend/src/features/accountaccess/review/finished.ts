import type { FinishedReviewFragment } from "../../../gen/types";

export interface Finished {
  account: { id: string; providerName: string };
  review: FinishedReviewFragment;
}

// What somebody finished on one day, over all accounts: it was one piece of work.
export interface Group {
  day: string;
  by: string;
  at: string;
  reviews: Finished[];
}

export function groupsOf(all: readonly Finished[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of all) {
    const { finishedAt, finishedBy } = one.review;
    if (!finishedAt || !finishedBy) continue;
    const day = finishedAt.slice(0, 10);
    const group = groups.get(`${day} ${finishedBy}`) ?? { day, by: finishedBy, at: finishedAt, reviews: [] };
    group.reviews.push(one);
    if (finishedAt > group.at) group.at = finishedAt;
    groups.set(`${day} ${finishedBy}`, group);
  }
  return [...groups.values()].toSorted((a, b) => b.at.localeCompare(a.at));
}

type Count = "kept" | "changed" | "removed" | "leftOpen";

export const countOf = ({ reviews }: Group, count: Count): number => reviews.reduce((sum, { review }) => sum + (review[count] ?? 0), 0);
