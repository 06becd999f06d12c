import { expect, test } from "vitest";
import { fieldName, fieldValue } from "./fields";

test("values are said as people say them", () => {
  expect(fieldValue("defaultCharge", "12550")).toBe("$125.50");
  expect(fieldValue("active", "false")).toBe("No");
  expect(fieldValue("effectiveTo", "2026-01-31")).toBe("Jan 31, 2026");
  expect(fieldValue("description", "AUTOMATIC")).toBe("AUTOMATIC");
  expect(fieldValue("fax", "")).toBe("(empty)");
});

test("a field that came later is still told", () => {
  expect(fieldName("flavour")).toBe("flavour");
});
