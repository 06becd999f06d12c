import { expect, test } from "vitest";
import { doneOf, steps } from "./steps";

const none = { __typename: "EventConnection" as const, nodes: [] };
const some = { __typename: "EventConnection" as const, nodes: [{ __typename: "Event" as const, id: "1" }] };
const empty = { __typename: "Account" as const, id: "a", added: none, joined: none, levels: none, entered: none, copied: none };

test("nothing is done in a new account", () => {
  expect(doneOf(empty)?.size).toBe(0);
});

test("what the log has is done", () => {
  expect([...(doneOf({ ...empty, added: some, levels: some }) ?? [])]).toEqual(["added", "levels"]);
});

test("codes that were copied need not be entered", () => {
  expect([...(doneOf({ ...empty, copied: some }) ?? [])].sort()).toEqual(["copied", "entered"]);
});

test("where a part may not be read nothing is said to be done, or to be left", () => {
  expect(doneOf({ ...empty, added: some, joined: null })).toBeUndefined();
});

test("the steps come in the order of the document", () => {
  expect(steps().map(({ id }) => id)).toEqual(["added", "joined", "levels", "entered", "copied"]);
});
