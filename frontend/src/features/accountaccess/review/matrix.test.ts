import { expect, test } from "vitest";
import { type Item, type OpenReview, isUnused, progressOf, rowsOf, shownBy } from "./matrix";
import { standingOf, summaryOf } from "./words";

const item = (username: string, also: Partial<Item> = {}): Item => ({
  __typename: "AccessReviewItem", link: username, version: 1, username, owner: false, since: null, validUntil: null, levels: ["FULL", "VIEW", "VIEW"], preset: null,
  setBy: null, setAt: null, decision: null, decidedBy: null, decidedAt: null, open: "UNDECIDED", lastUsedAt: null, unused: false, ...also,
});

const review = (id: string, ...items: Item[]): OpenReview => ({ id, account: { id, providerName: id, practiceName: "" }, mayDecide: true, items });

test("a username is one row over all accounts, and what was removed gives way to what is there", () => {
  const rows = rowsOf([review("a", item("kim"), item("ann")), review("b", item("kim", { decision: null }), item("kim", { decision: "REMOVE" }))]);
  expect(rows.map(({ id, cells }) => [id, cells.size])).toEqual([["ann", 1], ["kim", 2]]);
  expect(rows[1]?.cells.get("b")?.decision).toBeNull();
});

test("progress leaves out one's own", () => {
  expect(progressOf([review("a", item("kim", { decision: "KEEP", open: null }), item("me", { open: "OWN" }), item("ann"))])).toEqual({ decided: 1, total: 2, own: 1 });
});

test("a row is unused when nobody has used it anywhere, and is found", () => {
  const rows = rowsOf([review("a", item("kim", { unused: true }), item("ann", { unused: true })), review("b", item("ann"))]);
  expect(rows.map(isUnused)).toEqual([false, true]);
  expect(shownBy("", "UNUSED", rows).map(({ id }) => id)).toEqual(["ann", "kim"]);
  expect(shownBy("KI", "UNDECIDED", rows).map(({ id }) => id)).toEqual(["kim"]);
});

test("levels and decisions in words", () => {
  expect(summaryOf(item("kim"))).toBe("1 Full, 2 View");
  expect(summaryOf({ preset: "Front desk", levels: [] })).toBe("Front desk");
  expect(summaryOf({ preset: null, levels: ["NONE"] })).toBe("No Access");
  expect(standingOf(item("kim", { open: "OWN" })).word).toBe("Your own");
  expect(standingOf(item("kim", { decision: "REMOVE" })).word).toBe("Removed");
});
