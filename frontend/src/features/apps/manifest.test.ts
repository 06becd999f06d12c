import { expect, test } from "vitest";
import { documentsIn } from "./manifest";

test("a manifest is an object of texts, a list of them, or Apollo's", () => {
  expect(documentsIn(` {"abc": "{ viewer { id } }", "def": "query B { viewer { username } }"} `)).toEqual(["{ viewer { id } }", "query B { viewer { username } }"]);
  expect(documentsIn(`["{ viewer { id } }"]`)).toEqual(["{ viewer { id } }"]);
  expect(documentsIn(`{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": "abc", "name": "A", "type": "query", "body": "query A { viewer { id } }"}]}`)).toEqual(["query A { viewer { id } }"]);
  expect(documentsIn(" \n")).toEqual([]);
  for (const none of ["{ viewer { id } }", `"{ viewer { id } }"`, `{"abc": {"text": "x"}}`, "[1]", `{"operations": [{"id": "abc"}]}`, "null", "7"]) expect(documentsIn(none)).toBeUndefined();
});
