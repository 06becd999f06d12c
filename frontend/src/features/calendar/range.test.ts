import { expect, test } from "vitest";
import { daysOf, stepFrom, titleOf } from "./range";

test("each view shows its days", () => {
  expect(daysOf("day", "2026-03-04")).toEqual({ from: "2026-03-04", until: "2026-03-05" });
  expect(daysOf("week", "2026-03-04")).toEqual({ from: "2026-03-01", until: "2026-03-08" });
  expect(daysOf("list", "2026-03-07")).toEqual({ from: "2026-03-01", until: "2026-03-08" });
  expect(daysOf("month", "2026-04-15")).toEqual({ from: "2026-03-29", until: "2026-05-03" });
  expect(daysOf("year", "2026-03-31")).toEqual({ from: "2025-12-01", until: "2026-12-01" });
});

test("a step is as long as the view, and no month is left out", () => {
  expect(stepFrom("day", "2026-02-28", 1)).toBe("2026-03-01");
  expect(stepFrom("week", "2026-03-04", -1)).toBe("2026-02-25");
  expect(stepFrom("month", "2026-01-31", 1)).toBe("2026-02-28");
  expect(stepFrom("year", "2028-02-29", -1)).toBe("2027-02-28");
});

test("the title says the days", () => {
  expect(titleOf("day", "2026-03-04")).toBe("Wednesday, March 4, 2026");
  expect(titleOf("week", "2026-03-04")).toMatch(/^Mar 1\s–\s7, 2026$/);
  expect(titleOf("month", "2026-03-04")).toBe("March 2026");
});
