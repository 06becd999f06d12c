import { expect, test } from "vitest";
import { type Entry, blockedBy, choose, forget, isChosen, isTaken, keyOf, taken, tally, timesNeeded } from "./choices";

const entry = (id: string, state: Entry["state"], description = id): Entry => ({
  __typename: "CopyEntry",
  file: "DIAGNOSIS_CODES",
  id,
  label: id,
  description,
  state,
  differences: state === "CONFLICT" ? [{ __typename: "CopyDifference", field: "description", theirs: "theirs", ours: description }] : [],
  needs: [],
  differing: [],
  fingerprint: `${id} ${description}`,
});

const fresh = entry("fresh", "NEW");
const alike = entry("alike", "IDENTICAL");
const torn = entry("torn", "CONFLICT");
const all = [fresh, alike, torn];

test("new entries are copied as they come, and nothing else is", () => {
  expect(taken(all, {})).toEqual([fresh]);
  expect(isChosen(all, {})).toBe(false);
});

test("what is alike cannot be chosen", () => {
  expect(taken(all, choose({}, all, true))).toEqual([fresh, torn]);
  expect(taken(all, choose({}, all, false))).toEqual([]);
});

test("to choose what comes anyway is no choice that could be lost", () => {
  const twice = choose(choose({}, [fresh], false), [fresh], true);
  expect(isChosen(all, twice)).toBe(false);
  expect(twice).toEqual({});
});

test("a choice stands while the entry looks as it did, and not longer", () => {
  const choices = choose({}, [torn], true);
  expect(isTaken({ ...torn, fingerprint: "of another preview" }, choices)).toBe(true);
  expect(isTaken(entry("torn", "CONFLICT", "edited since"), choices)).toBe(false);
  expect(isTaken(entry("torn", "NEW"), choices)).toBe(true);
});

test("forget drops the choices of the entries named", () => {
  const choices = choose({}, [fresh], false);
  expect(forget(choices, [keyOf(fresh)])).toEqual({});
  expect(forget(choices, [keyOf(torn)])).toEqual(choices);
});

test("the tally says what will become of each", () => {
  expect(tally(all, {})).toEqual({ create: 1, replace: 0, keep: 1, leave: 0, identical: 1 });
  expect(tally(all, choose(choose({}, [torn], true), [fresh], false))).toEqual({ create: 0, replace: 1, keep: 0, leave: 1, identical: 1 });
});

test("what an entry needs is taken with it, and it is left with what it needs", () => {
  const code = entry("code", "NEW");
  const service = { ...entry("service", "NEW"), needs: ["code"] };
  const pair = [code, service];
  expect(timesNeeded(code, pair, {})).toBe(1);
  const none = choose({}, [code], false, pair);
  expect(taken(pair, none)).toEqual([]);
  expect(timesNeeded(code, pair, none)).toBe(0);
  expect(taken(pair, choose(none, [service], true, pair))).toEqual(pair);
});

test("what lacks something, or would use something that is otherwise there, is blocked until it is decided", () => {
  const code = entry("code", "NEW");
  const service = { ...entry("service", "NEW"), needs: ["code"] };
  const uses = { ...entry("uses", "NEW"), differing: ["torn"] };
  const four = [code, service, torn, uses];
  expect([service, uses].map((one) => blockedBy(one, four, {}))).toEqual([[], [torn]]);
  expect(isTaken(uses, {})).toBe(false);
  expect(blockedBy(service, four, choose({}, [code], false, four))).toEqual([code]);
  expect(blockedBy(uses, four, choose({}, [torn], true, four))).toEqual([]);
  expect(blockedBy(uses, four, choose({}, [uses], true, four))).toEqual([]);
});
