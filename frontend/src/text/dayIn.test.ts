import { expect, test } from "vitest";
import { dayIn } from "./dayIn";

test("today is the day that it is where the account is", () => {
  const night = new Date("2026-03-02T03:30:00Z");
  expect(dayIn("America/New_York", night)).toBe("2026-03-01");
  expect(dayIn("Europe/Berlin", night)).toBe("2026-03-02");
});
