import { expect, test } from "vitest";
import { todayIn, withTemplate } from "./noteFields";

test("a template fills an empty note, and comes after what was typed", () => {
  expect(withTemplate(" \n", "Plan:")).toBe("Plan:");
  expect(withTemplate("Slept well.\n", "Plan:")).toBe("Slept well.\n\nPlan:");
});

test("today is the day that it is where the account is", () => {
  const night = new Date("2026-03-02T03:30:00Z");
  expect(todayIn("America/New_York", night)).toBe("2026-03-01");
  expect(todayIn("Europe/Berlin", night)).toBe("2026-03-02");
});
