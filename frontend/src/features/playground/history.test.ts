import { expect, test } from "vitest";
import { type Entry, remember, titleOf } from "./history";

const entry = (query: string): Omit<Entry, "id"> => ({ query, variables: "", at: "2026-01-01T00:00:00Z", status: 200, milliseconds: 1, failed: false });

test("the newest comes first, and the same text is there once", () => {
  const all = ["{a}", "{b}", "{a}"].reduce<Entry[]>((entries, query) => remember(entries, entry(query)), []);
  expect(all.map(({ query }) => query)).toEqual(["{a}", "{b}"]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(2);
});

test("no more than fifty are kept", () => {
  const all = Array.from({ length: 60 }, (_, index) => entry(`{a${index}}`)).reduce<Entry[]>(remember, []);
  expect(all).toHaveLength(50);
  expect(all[0]?.query).toBe("{a59}");
});

test("an entry is called by its operation, else by its text", () => {
  expect(titleOf({ operationName: "Clients", query: "query Clients {a}" })).toBe("Clients");
  expect(titleOf({ query: "{\n  viewer {\n id }\n}" })).toBe("{ viewer { id } }");
});
