import { expect, it } from "vitest";
import { type Position, moved, rangeOf, sizeOf } from "./position";

const go = (from: Position, key: string, isFar = false) => moved(from, { key, ctrlKey: isFar, metaKey: false }, 20, 5);

it.each([
  ["ArrowDown", { row: 3, column: 4 }],
  ["ArrowUp", { row: 1, column: 4 }],
  ["ArrowLeft", { row: 2, column: 3 }],
  ["ArrowRight", { row: 2, column: 5 }],
  ["Home", { row: 2, column: 0 }],
  ["End", { row: 2, column: 13 }],
  ["PageDown", { row: 7, column: 4 }],
  ["PageUp", { row: 0, column: 4 }],
])("%s leads on from the middle", (key, to) => {
  expect(go({ row: 2, column: 4 }, key)).toEqual(to);
});

it("stays within the grid, with the header as its first line", () => {
  expect(go({ row: 0, column: 4 }, "ArrowUp")).toEqual({ row: -1, column: 4 });
  expect(go({ row: -1, column: 4 }, "PageUp")).toEqual({ row: -1, column: 4 });
  expect(go({ row: 19, column: 13 }, "ArrowDown")).toEqual({ row: 19, column: 13 });
  expect(go({ row: 19, column: 13 }, "ArrowRight")).toEqual({ row: 19, column: 13 });
});

it("goes to the corners with Ctrl", () => {
  expect(go({ row: 5, column: 5 }, "Home", true)).toEqual({ row: 0, column: 0 });
  expect(go({ row: 5, column: 5 }, "End", true)).toEqual({ row: 19, column: 13 });
});

it("leaves other keys alone", () => {
  expect(go({ row: 5, column: 5 }, "f")).toBeUndefined();
});

it("selects a block of sections, never the username or the header", () => {
  expect(rangeOf({ row: 3, column: 5 }, { row: 1, column: 0 })).toEqual({ top: 1, bottom: 3, left: 1, right: 5 });
  expect(sizeOf(rangeOf({ row: -1, column: 2 }, { row: 1, column: 3 }))).toBe(4);
});
