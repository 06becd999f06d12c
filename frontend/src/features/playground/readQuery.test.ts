import { expect, test } from "vitest";
import { operationAt, readVariables } from "./readQuery";

const two = "query First { a }\nquery Second { b }";

test("the operation that the cursor stands in runs, else the first", () => {
  expect(operationAt(two, two.indexOf("b"))).toBe("Second");
  expect(operationAt(two, 3)).toBe("First");
  expect(operationAt(`# a comment\n${two}`, 0)).toBe("First");
});

test("a text that names nothing, or cannot be read, names no operation", () => {
  expect(operationAt("{ viewer { id } }", 3)).toBeUndefined();
  expect(operationAt("query First {", 3)).toBeUndefined();
});

test("variables are one JSON object, or none", () => {
  expect(readVariables(' {"account": "a"} ')).toEqual({ account: "a" });
  expect(readVariables("  ")).toEqual({});
  for (const wrong of ["[]", "null", "3", "{account: 1}", "{"]) expect(readVariables(wrong)).toBeUndefined();
});
