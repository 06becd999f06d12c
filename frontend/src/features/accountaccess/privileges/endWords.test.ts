import { expect, test } from "vitest";
import { endWords } from "./endWords";

const zone = "America/New_York";
const now = Date.parse("2026-03-30T22:00:00Z");
const says = (until: string | null) => endWords(until, zone, now);

test("a row warns before an access ends, by the days of the account", () => {
  expect(says(null)).toBeUndefined();
  expect(says("2026-03-30T22:00:00Z")).toBe("access has ended");
  expect(says("2026-03-31T04:00:00Z")).toBe("ends today");
  expect(says("2026-04-01T04:00:00Z")).toBe("ends tomorrow");
  expect(says("2026-04-05T04:00:00Z")).toMatch(/^ends .*4/);
  expect(says("2026-08-01T04:00:00Z")).toBeUndefined();
});
