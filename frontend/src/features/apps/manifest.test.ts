import { expect, test } from "vitest";
import { documentsIn } from "./manifest";

test("a manifest is an object of texts, or a list of them", () => {
  expect(documentsIn(` {"abc": "{ viewer { id } }", "def": "query B { viewer { username } }"} `)).toEqual(["{ viewer { id } }", "query B { viewer { username } }"]);
  expect(documentsIn(`["{ viewer { id } }"]`)).toEqual(["{ viewer { id } }"]);
  expect(documentsIn(" \n")).toEqual([]);
  for (const none of ["{ viewer { id } }", `"{ viewer { id } }"`, `{"abc": {"text": "x"}}`, "[1]", "null", "7"]) expect(documentsIn(none)).toBeUndefined();
});
