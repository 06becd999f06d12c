import { expect, test } from "vitest";
import type { Entry } from "./entry";
import { type Pages, countNew, newer, older } from "./pages";

const pages = (ids: string, end: string | null = "end"): Pages => ({ entries: [...ids].map((id) => ({ id }) as Entry), end, total: null });
const idsOf = ({ entries }: Pages): string => entries.map(({ id }) => id).join("");

test("new entries come before what is shown, and loading goes on where it was", () => {
  const now = newer(pages("cba", "a"), pages("edc", "c"));
  expect(idsOf(now)).toBe("edcba");
  expect(now.end).toBe("a");
  expect(countNew(pages("cba"), now)).toBe(2);
});

test("where entries are missing in between, only the newest are shown", () => {
  const now = newer(pages("cba", "a"), pages("zyx", "x"));
  expect(idsOf(now)).toBe("zyx");
  expect(now.end).toBe("x");
});

test("what was not sealed yet is shown as it is now", () => {
  const [before, sealed] = [pages("ba", null), pages("b", "b")];
  sealed.entries[0] = { id: "b", seq: 7 } as Entry;
  expect(newer(before, sealed).entries.map(({ seq }) => seq)).toEqual([7, undefined]);
});

test("older entries come after what is shown", () => {
  expect(idsOf(older(pages("dc", "c"), pages("ba", null)))).toBe("dcba");
});
