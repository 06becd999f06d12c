import { expect, test } from "vitest";
import { addTo, instantOf, spanText, wallTime, whenText } from "./wallTime";

const zone = "America/New_York";

test.each([
  ["2026-03-02T14:00:00Z", "2026-03-02T09:00"],
  ["2026-07-02T13:00:00Z", "2026-07-02T09:00"],
  ["2026-03-03T04:59:00Z", "2026-03-02T23:59"],
])("%s is %s on the wall, and back", (instant, wall) => {
  expect(wallTime(instant, zone)).toBe(wall);
  expect(instantOf(wall, zone)).toBe(instant);
});

test("an hour that is left out is the one after it, and one that is there twice the first", () => {
  expect(instantOf("2026-03-08T02:30", zone)).toBe("2026-03-08T07:30:00Z");
  expect(instantOf("2026-11-01T01:30", zone)).toBe("2026-11-01T05:30:00Z");
});

test.each(["", "T09:00", "2026-03-02T", "2026-03-02", "2026-02-30T09:00", "2026-03-02T25:00"])("%j is no time", (wall) => {
  expect(instantOf(wall, zone)).toBeUndefined();
});

test("what is added stays on the clock on the wall", () => {
  expect(addTo("2026-03-07T09:00", { days: 1 })).toBe("2026-03-08T09:00");
  expect(addTo("2026-03-02T23:50", { minutes: 15 })).toBe("2026-03-03T00:05");
  expect(addTo("2026-03-02T00:05", { minutes: -15 })).toBe("2026-03-01T23:50");
});

test("it is said in the words of the practice", () => {
  expect(whenText("2026-03-02T09:00")).toBe("Mon, Mar 2, 9:00 AM");
  expect(spanText("2026-03-02T09:00", 50)).toBe("9:00 AM – 9:50 AM");
});
