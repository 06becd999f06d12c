import { expect, test } from "vitest";
import { type Days, daysOf, faultOf, periodName } from "./periods";

const chosen: Days = { from: "2024-02-29", until: "2024-03-01" };
const on = (today: string) => (preset: Parameters<typeof daysOf>[0]) => Object.values(daysOf(preset, today, chosen)).join(" ");

test("the days of each preset, over the turn of a year and in a leap year", () => {
  const newYear = on("2024-01-31");
  expect(newYear("THIS_MONTH")).toBe("2024-01-01 2024-01-31");
  expect(newYear("LAST_MONTH")).toBe("2023-12-01 2023-12-31");
  expect(newYear("LAST_QUARTER")).toBe("2023-10-01 2023-12-31");
  expect(newYear("LAST_12_MONTHS")).toBe("2023-02-01 2024-01-31");
  const leap = on("2024-02-29");
  expect(leap("THIS_MONTH")).toBe("2024-02-01 2024-02-29");
  expect(leap("THIS_QUARTER")).toBe("2024-01-01 2024-03-31");
  expect(leap("THIS_YEAR")).toBe("2024-01-01 2024-12-31");
  expect(leap("LAST_YEAR")).toBe("2023-01-01 2023-12-31");
  expect(leap("CUSTOM")).toBe("2024-02-29 2024-03-01");
});

test("days that cannot be asked for", () => {
  expect(faultOf(chosen)).toBeUndefined();
  expect(faultOf({ from: "2024-03-02", until: "2024-03-01" })).toBe("The last day comes after the first.");
  expect(faultOf({ from: "", until: "2024-03-01" })).toBe("Choose the first and the last day.");
});

test("a whole period has its name, a part of one its days", () => {
  expect(periodName({ from: "2024-02-01", until: "2024-02-29" }, "MONTH")).toBe("Feb 2024");
  expect(periodName({ from: "2024-10-01", until: "2024-12-31" }, "QUARTER")).toBe("Q4 2024");
  expect(periodName({ from: "2024-01-01", until: "2024-12-31" }, "YEAR")).toBe("2024");
  expect(periodName({ from: "2024-02-10", until: "2024-02-29" }, "MONTH")).toBe("Feb 10, 2024 – Feb 29, 2024");
});
