import { expect, test } from "vitest";
import { type Askable, all, atFirst, isEmpty, whatIsGiven } from "./given";

const account = (id: string): Askable => ({ __typename: "AuthorizableAccount", account: id, provider: id, levels: [{ __typename: "SectionAccess", section: "CLIENTS", level: "VIEW" }] });

test("one account is given at once, of several none", () => {
  expect(atFirst([account("a")])).toEqual({ a: { CLIENTS: "VIEW" } });
  expect(atFirst([account("a"), account("b")])).toEqual({});
  expect(Object.keys(all([account("a"), account("b")]))).toEqual(["a", "b"]);
});

test("an account in which everything was lowered to No Access gives nothing", () => {
  expect(isEmpty({})).toBe(true);
  expect(isEmpty({ a: { CLIENTS: "NONE" } })).toBe(true);
  expect(isEmpty({ a: { CLIENTS: "NONE" }, b: { CLIENTS: "VIEW" } })).toBe(false);
  expect(whatIsGiven({ a: { CLIENTS: "NONE" }, b: { CLIENTS: "VIEW" } })).toEqual({ b: { CLIENTS: "VIEW" } });
});
