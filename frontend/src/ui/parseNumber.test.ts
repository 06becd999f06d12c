import { expect, test } from "vitest";
import { parseNumber } from "./parseNumber";

test("whole numbers within the bounds", () => {
  const read = (text: string) => parseNumber(text, { min: 5, max: 480, decimals: 0 });
  expect(["", "5", " 480 ", "4", "481", "5.5", "1e2", "0x10"].map(read)).toEqual([null, 5, 480, ...Array(5).fill(undefined)]);
});

test("decimals, as many as are wanted", () => {
  const read = (text: string) => parseNumber(text, { decimals: 1 });
  expect(["1.5", "1.", "-2", "1.25"].map(read)).toEqual([1.5, 1, -2, undefined]);
});
