import { expect, test } from "vitest";
import type { Problem } from "../../graphql/problem";
import { type Entry, choose, tally } from "./choices";
import { type Progress, advance, notBegun, refused, targetOf, toSend } from "./copying";

const entry = (id: string, state: Entry["state"] = "NEW"): Entry => ({
  __typename: "CopyEntry", file: "PAYERS", id, label: id, description: id, state, differences: [], needs: [], differing: [], fingerprint: id,
});
const entries = [entry("one"), entry("two"), entry("three", "CONFLICT")];
const problem = (code: string, details = {}): Problem => ({ code, message: "No.", input: [], details });
const looked = (progress: Progress) => advance(progress, { type: "previewed", id: "b", preview: { status: "ready", job: "job", entries } });
const begun = looked(advance(notBegun, { type: "begin", of: "plan", ids: ["b"] }));
const sent = () => toSend(targetOf(begun, "b"));

test("only what is taken is sent, and only once", () => {
  expect(sent().map(({ id }) => id)).toEqual(["one", "two"]);
  const done = advance(begun, { type: "ran", id: "b", run: { status: "done", result: { __typename: "CopyCodesPayload", job: "job", created: 2, replaced: 0, skipped: 0 }, tally: tally(entries, {}) } });
  expect(toSend(targetOf(done, "b"))).toEqual([]);
});

test("a failure keeps preview and job, so that the retry is the same copy", () => {
  const failed = advance(begun, { type: "ran", id: "b", run: refused(sent(), [problem("UNREACHABLE")]) });
  expect(targetOf(failed, "b").preview).toMatchObject({ status: "ready", job: "job" });
  expect(toSend(targetOf(failed, "b"))).toEqual(sent());
});

test("a stale copy asks for a fresh look and forgets only the choices that were stale", () => {
  const chosen = advance(begun, { type: "chose", id: "b", choices: choose({}, [entries[0]!, entries[2]!], false) });
  const replaced = advance(chosen, { type: "chose", id: "b", choices: choose(targetOf(chosen, "b").choices, [entries[2]!], true) });
  const run = refused(toSend(targetOf(replaced, "b")), [problem("CONFLICT", { stale: [1] })]);
  expect(run).toMatchObject({ status: "stale", keys: ["PAYERS three"] });
  const stale = looked(advance(replaced, { type: "ran", id: "b", run }));
  expect(toSend(targetOf(stale, "b")).map(({ id }) => id)).toEqual(["two"]);
});

test("an entry that is gone asks for a fresh look too", () => {
  const run = refused(sent(), [problem("NOT_FOUND")]);
  expect(run).toMatchObject({ status: "stale", keys: [] });
  expect(targetOf(advance(begun, { type: "ran", id: "b", run }), "b").preview.status).toBe("none");
});

test("to continue again keeps the choices and takes a fresh look", () => {
  const chosen = advance(begun, { type: "chose", id: "b", choices: choose({}, [entries[0]!], false) });
  const again = advance(chosen, { type: "begin", of: "plan", ids: ["b"] });
  expect(targetOf(again, "b").preview.status).toBe("none");
  expect(toSend(targetOf(looked(again), "b")).map(({ id }) => id)).toEqual(["two"]);
});
