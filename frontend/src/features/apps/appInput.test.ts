import { expect, test } from "vitest";
import { inputOf, nothingTyped } from "./appInput";

test("each line that says something is an address", () => {
  const { redirectUris } = inputOf({ ...nothingTyped, redirects: " https://a.example/done \n\n\nhttp://127.0.0.1/done\n" });
  expect(redirectUris).toEqual(["https://a.example/done", "http://127.0.0.1/done"]);
  expect(inputOf(nothingTyped).redirectUris).toEqual([]);
});
