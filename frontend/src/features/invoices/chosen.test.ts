import { expect, test } from "vitest";
import { withAll, withOne } from "./chosen";

test("all of a client are chosen or none, and what was chosen of others stays", () => {
  const before = new Set(["a", "x"]);
  expect([...withAll(before, ["a", "b"], true)].sort()).toEqual(["a", "b", "x"]);
  expect([...withAll(before, ["a", "b"], false)]).toEqual(["x"]);
  expect([...withOne(before, "x", false)]).toEqual(["a"]);
  expect([...before]).toEqual(["a", "x"]);
});
