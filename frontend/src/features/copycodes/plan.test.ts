import { expect, test } from "vitest";
import type { AccessLevel } from "../../gen/types";
import { offer, whyNoCopy } from "./offered";
import { planOf, whole, whyNotContinue } from "./plan";

const account = (id: string, level: AccessLevel) => ({ id, providerName: id, practiceName: "", level });
const offered = offer([account("a", "FULL"), account("b", "FULL"), account("c", "VIEW"), account("d", "NONE")]);

test("one can copy from where one sees the codes, and to where one may change them", () => {
  expect(offered.from.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(offered.to.map(({ id }) => id)).toEqual(["a", "b"]);
});

test("the open account is the source until another is chosen", () => {
  expect(planOf({}, offered, "a").from).toBe("a");
  expect(planOf({ from: "c" }, offered, "a").from).toBe("c");
  expect(planOf({}, offered, "d").from).toBeNull();
});

test("what is not offered is no part of the plan", () => {
  const plan = planOf({ from: "d", to: ["a", "b", "c", "x"], files: ["PAYERS"], charges: true }, offered, "a");
  expect(plan).toEqual({ from: null, to: ["a", "b"], files: ["PAYERS"], includeCharges: false });
  expect(planOf({ to: ["a", "b"] }, offered, "a").to).toEqual(["b"]);
});

test("one continues with a whole plan only", () => {
  const plan = planOf({ to: ["b"], files: ["PAYERS", "BILLING_CODES"], charges: true }, offered, "a");
  expect(plan.files).toEqual(["BILLING_CODES", "PAYERS"]);
  expect(whole(plan)).toEqual(plan);
  expect(whyNotContinue({ ...plan, files: [] })).toContain("file");
  expect(whole({ ...plan, to: [] })).toBeUndefined();
});

test("without a pair of accounts there is a reason", () => {
  expect(whyNoCopy(offered)).toBeUndefined();
  expect(whyNoCopy(offer([account("a", "FULL")]))).toContain("second account");
  expect(whyNoCopy(offer([account("a", "VIEW"), account("b", "VIEW")]))).toContain("Full Access");
  expect(whyNoCopy(offer([account("a", "FULL"), account("b", "NONE")]))).toContain("no other");
});
