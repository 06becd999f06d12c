import { expect, it } from "vitest";
import * as v from "valibot";
import { filterSchema, shownBy } from "./filter";
import { row } from "./testRow";

const rows = [row("Ann.Billing", { INVOICES: "FULL" }), row("theo", { INVOICES: "VIEW" }), row("joanna")];
const names = (search: object) => shownBy(v.parse(filterSchema, search), rows).map(({ username }) => username);

it("finds by a part of the name, in any case", () => {
  expect(names({ name: " ANN" })).toEqual(["Ann.Billing", "joanna"]);
});

it("finds by the level on a section", () => {
  expect(names({ section: "INVOICES", level: "FULL" })).toEqual(["Ann.Billing"]);
  expect(names({ section: "INVOICES", level: "NONE", name: "ann" })).toEqual(["joanna"]);
});

it("shows everybody when half is missing or cannot be read", () => {
  expect(names({ section: "INVOICES" })).toHaveLength(3);
  expect(names({ section: "NO_SUCH", level: 7 })).toHaveLength(3);
});
