import { expect, test } from "vitest";
import type { EntryType } from "./asked";
import { fittingTypes } from "./entryTypes";

const types: EntryType[] = [
  { __typename: "EntryType", code: "FEE", label: "Fee", sign: "RAISES" },
  { __typename: "EntryType", code: "CASH", label: "Cash", sign: "LOWERS" },
];
const codes = (what: "writeOff" | "adjust" | "refund", amount: number | null) => fittingTypes(types, { what }, amount).map(({ code }) => code);

test("only types that do the same to what is owed are offered", () => {
  expect([codes("writeOff", 100), codes("refund", 100), codes("adjust", 100), codes("adjust", -100), codes("adjust", null)]).toEqual([["CASH"], ["FEE"], ["FEE"], ["CASH"], ["CASH"]]);
});
