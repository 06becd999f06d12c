import { expect, test } from "vitest";
import { clauses, isAlike } from "./words";

const drift = (more: object) => ({ __typename: "FileDrift" as const, file: "BILLING_CODES" as const, alike: 4, differ: 0, onlyHere: 0, onlyThere: 0, fields: [], ...more });
const [a, b] = [{ id: "a", providerName: "Dr. A" }, { id: "b", providerName: "Dr. B" }];
const field = (name: string, entries: number) => ({ __typename: "FieldDrift" as const, field: name, entries });

test("what differs is counted by fields, and what one side lacks is told apart", () => {
  const billing = drift({ differ: 3, onlyHere: 1, onlyThere: 2, fields: [field("defaultCharge", 3), field("placeOfService", 1)] });
  expect(isAlike(billing)).toBe(false);
  expect(clauses(billing, b, a)).toEqual(["differs from Dr. A in 3 charges, Place of service (1)", "1 entry only Dr. B has", "2 entries only Dr. A has"]);
});

test("of a file that is the same there is nothing to say", () => {
  expect(isAlike(drift({}))).toBe(true);
  expect(clauses(drift({}), b, a)).toEqual([]);
});
