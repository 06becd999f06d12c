import * as v from "valibot";
import { expect, test } from "vitest";
import { filterOf } from "./filter";
import { criteriaIn, searchSchema, withoutCriteria } from "./search";

const zone = "America/New_York";
const read = (search: unknown) => v.parse(searchSchema, search);

test("what cannot be read in the address is left out, and the rest stays", () => {
  const search = read({ section: "NOWHERE", action: "R", outcome: 3, from: "2026-02-31", username: "  ann.billing ", utc: "yes" });
  expect(search).toEqual({ action: "R", username: "ann.billing" });
  expect(criteriaIn(search)).toEqual(["username", "action"]);
});

test("a day begins at midnight of the account, also where the clocks change", () => {
  const filter = filterOf(read({ from: "2026-03-08", until: "2026-03-08" }), zone);
  expect(filter).toEqual({ from: "2026-03-08T05:00:00.000Z", until: "2026-03-09T04:00:00.000Z" });
});

test("in UTC a day is a day of UTC", () => {
  const filter = filterOf(read({ from: "2026-03-08", until: "2026-03-09", utc: true }), zone);
  expect(filter).toEqual({ from: "2026-03-08T00:00:00.000Z", until: "2026-03-10T00:00:00.000Z" });
});

test("what else stands in the address is no condition", () => {
  const search = { ...read({ code: "login.ok" }), pseudo: "" };
  expect(filterOf(search, zone)).toEqual({ code: "login.ok" });
});

test("neither the entry nor the clock is a condition", () => {
  const search = read({ event: "abc", utc: true, code: "login.ok" });
  expect(criteriaIn(search)).toEqual(["code"]);
  expect(filterOf(search, zone)).toEqual({ code: "login.ok" });
  expect(withoutCriteria(search)).toEqual({ utc: true });
});
