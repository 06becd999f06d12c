import { expect, test } from "vitest";
import { allocated, allocationInput, oldestFirst, owing } from "./allocations";

const session = (id: string, owed: number | null) => ({ __typename: "SessionBalance" as const, id, serviceDate: "2026-01-05", charged: owed, paid: 0, adjusted: 0, owed });
const sessions = [session("old", 5000), session("paid", 0), session("hidden", null), session("new", 3000)];

test("the oldest are paid first, and none more than it owes", () => {
  expect(oldestFirst(sessions, 6000)).toEqual({ old: 5000, new: 1000 });
  expect(oldestFirst(sessions, 9999)).toEqual({ old: 5000, new: 3000 });
  expect(oldestFirst(sessions, 0)).toEqual({});
});

test("only sessions that owe something are shown, and only what is given is sent", () => {
  expect(owing(sessions).map(({ id }) => id)).toEqual(["old", "new"]);
  expect(allocated({ old: 5000, new: 1000 })).toBe(6000);
  expect(allocationInput({ old: 5000, new: 0 })).toEqual([{ session: "old", amount: 5000 }]);
});
