import { expect, test } from "vitest";
import { hoursOf } from "./hours";

const of = (...appointments: [string, number][]) => hoursOf(appointments.map(([clock, minutes]) => ({ start: `2026-03-02T${clock}`, minutes })));

test("the grid shows a working day", () => {
  expect(of()).toEqual({ from: 7, until: 20 });
  expect(of(["07:00", 50], ["19:00", 60])).toEqual({ from: 7, until: 20 });
});

test("and what is earlier or later", () => {
  expect(of(["05:45", 30])).toEqual({ from: 5, until: 20 });
  expect(of(["19:30", 50])).toEqual({ from: 7, until: 21 });
  expect(of(["22:00", 120])).toEqual({ from: 0, until: 24 });
  expect(of(["23:30", 60])).toEqual({ from: 0, until: 24 });
});
