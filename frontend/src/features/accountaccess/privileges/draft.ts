import type { Section } from "../../../gen/types";
import { sections } from "../../shell/sections";
import { type CellKey, type Row, type Setting, cellKey, isSame, partsOf, settingOf } from "./rows";

export type Wishes = ReadonlyMap<CellKey, Setting>;

// What a person has set and not saved. Only the wishes are undone and redone; what was seen of the
// server's is not, or an undo would bring back a conflict that has been settled.
export interface Draft {
  wishes: Wishes;
  past: readonly Wishes[];
  future: readonly Wishes[];
  // What the server said of a cell when it was last decided on.
  seen: Wishes;
}

export interface Change {
  key: CellKey;
  row: Row;
  section: Section;
  from: Setting;
  to: Setting;
  // Somebody else has set the cell to something that this change was not based on.
  isConflict: boolean;
}

export const empty: Draft = { wishes: new Map(), past: [], future: [], seen: new Map() };

// set puts wishes into the draft as one step. What the server has already is no wish.
export function set(draft: Draft, wanted: Wishes, rows: readonly Row[]): Draft {
  const stored = storedOf(rows);
  const wishes = new Map(draft.wishes);
  const seen = new Map(draft.seen);
  for (const [key, wish] of wanted) {
    const now = stored(key);
    if (!now) continue;
    if (!draft.wishes.has(key)) seen.set(key, now);
    if (isSame(wish, now)) wishes.delete(key);
    else wishes.set(key, wish);
  }
  if (areSame(wishes, draft.wishes)) return draft;
  return { wishes, seen, past: [...draft.past, draft.wishes], future: [] };
}

export function undo(draft: Draft): Draft {
  const before = draft.past.at(-1);
  if (!before) return draft;
  return { ...draft, wishes: before, past: draft.past.slice(0, -1), future: [draft.wishes, ...draft.future] };
}

export function redo(draft: Draft): Draft {
  const [after, ...future] = draft.future;
  if (!after) return draft;
  return { ...draft, wishes: after, past: [...draft.past, draft.wishes], future };
}

// discard drops every wish; it can be undone.
export function discard(draft: Draft): Draft {
  if (draft.wishes.size === 0) return draft;
  return { ...draft, wishes: new Map(), past: [...draft.past, draft.wishes], future: [] };
}

// settle answers conflicts: mine stays and counts as based on what is stored now, theirs drops the
// wish.
export function settle(draft: Draft, choices: ReadonlyMap<CellKey, "mine" | "theirs">, rows: readonly Row[]): Draft {
  const stored = storedOf(rows);
  const seen = new Map(draft.seen);
  const wishes = new Map(draft.wishes);
  for (const [key, choice] of choices) {
    const now = stored(key);
    if (now) seen.set(key, now);
    if (choice === "theirs") wishes.delete(key);
  }
  const isStep = wishes.size !== draft.wishes.size;
  return { wishes, seen, past: isStep ? [...draft.past, draft.wishes] : draft.past, future: isStep ? [] : draft.future };
}

// changesOf compares the draft with what is stored, in the order of the rows and sections. A wish
// that has come true by another's hand is no change, nor is one for a username that is gone.
export function changesOf(draft: Draft, rows: readonly Row[]): Change[] {
  if (draft.wishes.size === 0) return [];
  const touched = new Set([...draft.wishes.keys()].map((key) => partsOf(key).link));
  return rows.filter(({ id }) => touched.has(id)).flatMap((row) => sections.flatMap((section) => changeOf(draft, row, section) ?? []));
}

function changeOf(draft: Draft, row: Row, section: Section): Change | undefined {
  const key = cellKey(row.id, section);
  const to = draft.wishes.get(key);
  const from = settingOf(row, section);
  if (!to || isSame(from, to)) return undefined;
  const seen = draft.seen.get(key);
  return { key, row, section, from, to, isConflict: !!seen && !isSame(seen, from) };
}

function storedOf(rows: readonly Row[]): (key: CellKey) => Setting | undefined {
  const byLink = new Map(rows.map((row) => [row.id, row]));
  return (key) => {
    const { link, section } = partsOf(key);
    const row = byLink.get(link);
    return row && settingOf(row, section);
  };
}

function areSame(a: Wishes, b: Wishes): boolean {
  return a.size === b.size && [...a].every(([key, wish]) => isSame(wish, b.get(key) ?? { level: "NONE", from: "never", until: null }));
}
