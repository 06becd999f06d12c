import type { Section } from "../../../gen/types";
import { type Level, levelRank } from "../../../ui/level";
import { type CellKey, type Privilege, type Row, type Setting, cellKey, privilegeOf, settingOf } from "./rows";
import type { Wishes } from "./draft";

export interface Target {
  row: Row;
  section: Section;
  level: Level;
}

export interface Plan {
  wishes: Wishes;
  // How many cells the server would not let the viewer set so.
  leftOut: number;
}

// planOf makes one step of many cells. What may not be granted is left as it is, and counted.
export function planOf(targets: Iterable<Target>): Plan {
  const wishes = new Map<CellKey, Setting>();
  let leftOut = 0;
  for (const { row, section, level } of targets) {
    if (isGrantable(row, section, level)) wishes.set(cellKey(row.id, section), settingFor(row, section, level));
    else leftOut++;
  }
  return { wishes, leftOut };
}

export const highestOf = (row: Row, section: Section): Level | null => (row.locked ? null : (privilegeOf(row, section)?.grantable ?? null));

export function isGrantable(row: Row, section: Section, level: Level): boolean {
  const highest = highestOf(row, section);
  return highest !== null && levelRank(level) <= levelRank(highest);
}

// Whether the cell can be set to anything but what it is.
export function isFixed(row: Row, section: Section): boolean {
  const highest = highestOf(row, section);
  return highest === null || (highest === "NONE" && settingOf(row, section).level === "NONE");
}

// The times stay as they are, or as they were just set; whoever gives more than was set gives it
// until their own access ends, at most.
export function settingFor(row: Row, section: Section, level: Level, draft?: Setting): Setting {
  const stored = settingOf(row, section);
  if (draft && draft.until !== stored.until) return { ...draft, level };
  if (levelRank(level) <= levelRank(stored.level)) return { ...stored, level };
  return { level, from: stored.from, until: earliest(stored.until, endOf(privilegeOf(row, section))) };
}

const endOf = (privilege: Privilege | undefined): string | null => privilege?.grantableUntil ?? null;

function earliest(a: string | null, b: string | null): string | null {
  if (!a || !b) return a ?? b;
  return Date.parse(a) <= Date.parse(b) ? a : b;
}
