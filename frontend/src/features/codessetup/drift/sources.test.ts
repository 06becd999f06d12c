import { expect, test } from "vitest";
import { sourcesOf, tallyOf } from "./sources";

const row = (from: string | null) => ({
  id: "x", active: true, version: 1,
  provenance: from === null ? null : { __typename: "Provenance" as const, from, by: "june", at: "2026-01-01T00:00:00Z" },
});

test("only accounts that may be looked into are sources", () => {
  expect(sourcesOf([row("a"), row("a"), row(null), row("hidden")], [{ id: "a" }, { id: "b" }])).toEqual([{ id: "a" }]);
});

test("fields are counted over all entries", () => {
  const differs = (...fields: string[]) => ({ differences: fields.map((field) => ({ field })) });
  expect(tallyOf([differs("active"), differs("defaultCharge", "active"), differs("active")])).toEqual([["active", 3], ["defaultCharge", 1]]);
});
