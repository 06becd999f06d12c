import { expect, test } from "vitest";
import { nextAsk } from "./ending";

test.each([
  [undefined, 15],
  [900, 840],
  [61, 1],
  [60, 10],
  [7, 7],
  [0, 1],
])("with %s seconds left the server is asked again in %i", (left, seconds) => {
  expect(nextAsk(left)).toBe(seconds);
});
