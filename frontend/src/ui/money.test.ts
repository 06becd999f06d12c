import { expect, test } from "vitest";
import { formatAmount, parseCents } from "./money";

test.each([
  ["", null],
  ["  ", null],
  ["125", 12_500],
  ["$1,234.5", 123_450],
  ["0.07", 7],
  [".5", 50],
  ["1.", 100],
  ["-3.20", -320],
  ["-0", 0],
  // In floating point this is 109999.99999999999.
  ["1099.99", 109_999],
  ["21474836.47", 2_147_483_647],
])("%j is read as %s cents", (text, cents) => {
  expect(parseCents(text)).toBe(cents);
});

test.each(["abc", "1.234", "1,23", "1..2", ".", "-", "1e3", "--1", "21474836.48", "12 USD"])("%j is not read", (text) => {
  expect(parseCents(text)).toBeUndefined();
});

test("what is written can be read again", () => {
  for (const cents of [0, 1, 99, 100, 123_456_789, -250]) {
    expect(parseCents(formatAmount(cents))).toBe(cents);
  }
});
