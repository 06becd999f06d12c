import { expect, test } from "vitest";
import { type Finished, countOf, groupsOf } from "./finished";

const finished = (id: string, finishedAt: string, finishedBy: string): Finished => ({
  account: { id, providerName: id },
  review: { __typename: "AccessReview", id, finishedAt, finishedBy, note: null, kept: 2, changed: 0, removed: 1, leftOpen: 0 },
});

test("what somebody finished on a day is one, the latest first", () => {
  const groups = groupsOf([finished("a", "2026-11-26T10:00:00Z", "june"), finished("b", "2026-11-26T10:00:01Z", "june"), finished("a", "2026-11-27T10:00:00Z", "june"), finished("c", "2026-11-26T09:00:00Z", "anna")]);
  expect(groups.map(({ day, by, reviews }) => [day, by, reviews.length])).toEqual([["2026-11-27", "june", 1], ["2026-11-26", "june", 2], ["2026-11-26", "anna", 1]]);
  expect(groups[1] && countOf(groups[1], "kept")).toBe(4);
});
