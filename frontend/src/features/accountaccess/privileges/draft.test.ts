import { describe, expect, it } from "vitest";
import type { Level } from "../../../ui/level";
import { type Draft, changesOf, discard, empty, redo, set, settle, undo } from "./draft";
import { type CellKey, type Row, type Setting, cellKey } from "./rows";
import { row } from "./testRow";

const at = (level: Level, until: string | null = null): Setting => ({ level, from: null, until });

const ann = row("ann", { CLIENTS: "VIEW" });
const theo = row("theo");
const rows = [ann, theo];
const clients = cellKey("ann", "CLIENTS");
const notes = cellKey("theo", "NOTES");
const wish = (...pairs: [CellKey, Setting][]) => new Map(pairs);
const levels = (draft: Draft, now: readonly Row[] = rows) => changesOf(draft, now).map(({ key, to }) => `${key} ${to.level}`);

describe("setting", () => {
  it("keeps what differs from what is stored, with what it was", () => {
    const draft = set(empty, wish([clients, at("FULL")]), rows);
    expect(changesOf(draft, rows)).toMatchObject([{ key: clients, section: "CLIENTS", from: at("VIEW"), to: at("FULL"), isConflict: false }]);
  });
  it("drops a wish for what is stored already", () => {
    const draft = set(set(empty, wish([clients, at("FULL")]), rows), wish([clients, at("VIEW")]), rows);
    expect(levels(draft)).toEqual([]);
  });
  it("is no step when nothing changes", () => {
    expect(set(empty, wish([clients, at("VIEW")]), rows)).toBe(empty);
  });
  it("counts another end as a change, and the same moment in other letters as none", () => {
    const end = "2027-01-01T05:00:00Z";
    const draft = set(empty, wish([clients, at("VIEW", end)]), rows);
    expect(levels(draft)).toEqual([`${clients} VIEW`]);
    expect(set(draft, wish([clients, at("VIEW", "2027-01-01T05:00:00.000Z")]), rows)).toBe(draft);
  });
  it("knows no username that is not there", () => {
    expect(set(empty, wish([cellKey("gone", "NOTES"), at("FULL")]), rows)).toBe(empty);
  });
});

describe("undo and redo", () => {
  it("takes many cells as one step", () => {
    const draft = undo(set(empty, wish([clients, at("FULL")], [notes, at("VIEW")]), rows));
    expect(levels(draft)).toEqual([]);
    expect(levels(redo(draft))).toEqual([`${clients} FULL`, `${notes} VIEW`]);
  });
  it("goes back as far as one went", () => {
    const steps: Level[] = Array.from({ length: 500 }, (_, i) => (i % 2 === 0 ? "FULL" : "NONE"));
    const draft = steps.reduce((d, level) => set(d, wish([clients, at(level)]), rows), empty);
    const back = steps.reduce(undo, draft);
    expect(back.past).toEqual([]);
    expect(levels(back)).toEqual([]);
    expect(levels(steps.reduce(redo, back))).toEqual([`${clients} NONE`]);
  });
  it("forgets what was undone when something else is set", () => {
    const draft = set(undo(set(empty, wish([clients, at("FULL")]), rows)), wish([notes, at("VIEW")]), rows);
    expect(redo(draft)).toBe(draft);
  });
  it("brings back what was discarded", () => {
    const draft = set(empty, wish([clients, at("FULL")]), rows);
    expect(levels(discard(draft))).toEqual([]);
    expect(levels(undo(discard(draft)))).toEqual([`${clients} FULL`]);
  });
});

describe("what a colleague does meanwhile", () => {
  const draft = set(empty, wish([clients, at("FULL")]), rows);
  const theirs = [row("ann", { CLIENTS: "NONE" }), theo];
  const conflicts = (d: Draft) => changesOf(d, theirs).map(({ isConflict }) => isConflict);

  it("is a conflict where it touches a cell of the draft", () => {
    expect(conflicts(draft)).toEqual([true]);
  });
  it("is none elsewhere", () => {
    const elsewhere = [row("ann", { CLIENTS: "VIEW", NOTES: "FULL" }), theo];
    expect(changesOf(draft, elsewhere).map(({ isConflict }) => isConflict)).toEqual([false]);
  });
  it("is none where both want the same", () => {
    expect(changesOf(draft, [row("ann", { CLIENTS: "FULL" }), theo])).toEqual([]);
  });
  it("is settled by keeping mine, until they change it again", () => {
    const mine = settle(draft, new Map([[clients, "mine"]]), theirs);
    expect(conflicts(mine)).toEqual([false]);
    expect(changesOf(mine, rows).map(({ isConflict }) => isConflict)).toEqual([true]);
  });
  it("is settled by taking theirs, and undo brings mine back without a conflict", () => {
    const taken = settle(draft, new Map([[clients, "theirs"]]), theirs);
    expect(levels(taken, theirs)).toEqual([]);
    expect(conflicts(undo(taken))).toEqual([false]);
  });
  it("stays a conflict when I set the cell again without choosing", () => {
    expect(conflicts(set(draft, wish([clients, at("VIEW")]), theirs))).toEqual([true]);
  });
  it("drops what was wished for a username that is gone", () => {
    expect(changesOf(draft, [theo])).toEqual([]);
  });
});
