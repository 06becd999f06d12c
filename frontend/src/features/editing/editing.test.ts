import { expect, test } from "vitest";
import { changedSince } from "./changed";
import { afterSaving, withChange } from "./draft";
import { obviousChoices, theirsIn } from "./theirs";

const saved = { version: 3, fields: { name: "Ann", city: "Albany", zip: "" } };
const conflict = (theirs: object) => [{ code: "CONFLICT", message: "", input: [], details: { version: 4, theirs } }];

test("a draft stands on the version at which it was begun", () => {
  const draft = withChange(null, saved, { name: "Anna" });
  const later = withChange(draft, { version: 4, fields: { ...saved.fields, city: "Boston" } }, { zip: "10001" });
  expect(later).toEqual({ base: saved, fields: { name: "Anna", city: "Albany", zip: "10001" } });
});

test("a draft in which everything is as it was is none", () => {
  expect(withChange(withChange(null, saved, { name: "Anna" }), saved, { name: "Ann" })).toBeNull();
});

test("what is typed while a save is on its way is still to be saved", () => {
  const sent = { ...saved.fields, name: "Anna" };
  const now = { version: 4, fields: sent };
  const typedMore = { base: saved, fields: { ...sent, city: "Boston" } };
  expect(afterSaving({ base: saved, fields: sent }, sent, now)).toBeNull();
  expect(afterSaving(typedMore, sent, now)).toEqual({ base: now, fields: { name: "Anna", city: "Boston", zip: "" } });
});

test("theirs is mine with the fields that the refusal names", () => {
  const mine = { ...saved.fields, name: "Anna", zip: "10001" };
  expect(theirsIn(conflict({ name: "Anne", zip: null, other: 1 }), mine)).toEqual({ version: 4, fields: { name: "Anne", city: "Albany", zip: "" } });
  expect(theirsIn([{ code: "FORBIDDEN", message: "", input: [], details: {} }], mine)).toBeUndefined();
});

test("only what both have changed is left to choose", () => {
  const mine = { name: "Anna", city: "Boston", zip: "" };
  const theirs = { name: "Anne", city: "Albany", zip: "10001" };
  expect(obviousChoices(saved.fields, mine, theirs)).toEqual({ city: "mine", zip: "theirs" });
});

test("what was pressed on is told in both versions, lists of codes too", () => {
  const shown = { name: "Ann", codes: "F41.1,F32.9", zip: "" };
  const words = { labels: { name: "Name", codes: "Codes", zip: "ZIP" }, show: (key: keyof typeof shown, fields: typeof shown) => fields[key] || null };
  expect(changedSince(conflict({ name: "Ann", codes: ["F41.1"], zip: null }), shown, words)).toEqual([{ label: "Codes", before: "F41.1,F32.9", now: "F41.1" }]);
  expect(changedSince([], shown, words)).toEqual([]);
});
