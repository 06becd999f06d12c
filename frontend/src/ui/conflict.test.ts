import { expect, test } from "vitest";
import { changedKeys, isResolved, mergeChoices } from "./conflict";

const mine = { phone: "555-0100", email: "", version: 3 };
const theirs = { phone: "555-0199", email: "maria@example.com", version: 4 };

test("only fields chosen as mine replace theirs", () => {
  expect(mergeChoices(mine, theirs, {})).toEqual(theirs);
  expect(mergeChoices(mine, theirs, { phone: "mine", email: "theirs" })).toEqual({ ...theirs, phone: "555-0100" });
});

test("a choice for a field that is in neither version adds none", () => {
  expect(mergeChoices(mine, theirs, { ssn: "mine" })).toEqual(theirs);
});

test("the fields that differ, in the order asked for", () => {
  expect(changedKeys(mine, { ...theirs, phone: mine.phone }, ["version", "phone", "email"])).toEqual(["version", "email"]);
});

test("resolved only when every row has a choice", () => {
  const rows = [
    { id: "phone", label: "Phone", mine: "1", theirs: "2" },
    { id: "toString", label: "Odd", mine: "1", theirs: "2" },
  ];
  expect(isResolved(rows, { phone: "mine" })).toBe(false);
  expect(isResolved(rows, { phone: "mine", toString: "theirs" } as never)).toBe(true);
});
