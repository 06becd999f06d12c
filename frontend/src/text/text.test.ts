import { expect, test } from "vitest";
import { plural, t } from ".";
import { pseudo } from "./pseudo";

test("t puts the values in place", () => {
  expect(t("Saved {count} changes for {name}", { count: 2, name: "ann" })).toBe("Saved 2 changes for ann");
});

test("plural chooses by the number and groups its digits", () => {
  expect(plural(1, "{count} entry", "{count} entries")).toBe("1 entry");
  expect(plural(1234, "{count} entry", "{count} entries")).toBe("1,234 entries");
});

test("the pseudo-language keeps the places of values", () => {
  expect(pseudo("Save {count}")).toContain("{count}");
  expect(pseudo("Save")).not.toContain("Save");
});
