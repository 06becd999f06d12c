import { expect, it } from "vitest";
import { hasEnded } from "./hasEnded";
import { lastDayBefore, momentAfter } from "./untilDate";

const zone = "America/New_York";

it("ends when the day is over in the account's zone", () => {
  expect(momentAfter("2026-12-31", zone)).toBe("2027-01-01T05:00:00.000Z");
  expect(momentAfter("2026-06-30", zone)).toBe("2026-07-01T04:00:00.000Z");
});

it.each(["2026-03-07", "2026-03-08", "2026-10-31", "2026-11-01", "2026-12-31"])("gives %s back", (day) => {
  expect(lastDayBefore(momentAfter(day, zone), zone)).toBe(day);
});

it("has not ended without an end", () => {
  expect(hasEnded(null)).toBe(false);
  expect(hasEnded("2026-01-01T00:00:00Z", Date.parse("2026-01-01T00:00:00Z"))).toBe(true);
});
