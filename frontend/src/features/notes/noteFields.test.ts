import { expect, test } from "vitest";
import { withTemplate } from "./noteFields";

test("a template fills an empty note, and comes after what was typed", () => {
  expect(withTemplate(" \n", "Plan:")).toBe("Plan:");
  expect(withTemplate("Slept well.\n", "Plan:")).toBe("Slept well.\n\nPlan:");
});
