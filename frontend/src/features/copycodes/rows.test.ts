import { expect, test } from "vitest";
import type { Entry } from "./choices";
import { counts, filtered, rowsOf } from "./rows";

const entry = (label: string, state: Entry["state"], file: Entry["file"] = "DIAGNOSIS_CODES"): Entry => ({
  __typename: "CopyEntry", file, id: label, label, description: `About ${label}`, state, differences: [], needs: [], differing: [], fingerprint: label,
});
const all = [entry("F41.1", "NEW"), entry("F10.20", "CONFLICT"), entry("Maple", "NEW", "PAYERS")];

test("the list is filtered by state and by text, upper and lower case alike", () => {
  expect(filtered(all, {})).toEqual(all);
  expect(filtered(all, { show: "NEW", find: " f41" })).toEqual([all[0]]);
  expect(filtered(all, { find: "about" })).toHaveLength(3);
});

test("each file with entries has a heading above them", () => {
  expect(rowsOf(all, ["DIAGNOSIS_CODES", "BILLING_CODES", "PAYERS"]).map((row) => (row.kind === "file" ? row.file : row.entry.label))).toEqual([
    "DIAGNOSIS_CODES", "F41.1", "F10.20", "PAYERS", "Maple",
  ]);
});

test("entries are counted by state", () => {
  expect(counts(all)).toEqual({ NEW: 2, CONFLICT: 1, IDENTICAL: 0 });
});
