import type { Section } from "../../../gen/types";
import { LEVELS } from "../../../ui/level";
import { sections } from "../../shell/sections";
import type { Change } from "./draft";
import { type Row, type Setting, cellKey, isSame, nameOf, settingOf } from "./rows";

// What putting back the levels of before a saved change would change, and what somebody has set since.
export interface Reverting {
  changes: Change[];
  since: { username: string; section: Section }[];
}

// revertOf reads a saved change as the log keeps it: "username SECTION" with the levels of before and after. A
// level that stands as it was before is put back already; one of a username that is gone is somebody's since.
export function revertOf(saved: Record<string, unknown[]>, links: readonly string[], rows: readonly Row[]): Reverting {
  const reverting: Reverting = { changes: [], since: [] };
  for (const [key, [before, after]] of Object.entries(saved)) {
    const [username = "", section = ""] = key.split(" ");
    const [to, left] = [settingFrom(before), settingFrom(after)];
    if (!isSection(section) || !to || !left) continue;
    const row = rows.find((one) => links.includes(one.id) && nameOf(one) === username);
    const from = row && settingOf(row, section);
    if (from && isSame(from, to)) continue;
    if (!row || !from || !isSame(from, left)) reverting.since.push({ username, section });
    else reverting.changes.push({ key: cellKey(row.id, section), row, section, from, to, isConflict: false });
  }
  return reverting;
}

const shape = /^(\S+)(?: from (\S+))?(?: until (\S+))?$/;

function settingFrom(told: unknown): Setting | undefined {
  const [, level = "", from = null, until = null] = (typeof told === "string" && shape.exec(told)) || [];
  const known = LEVELS.find((one) => one === level);
  return known && { level: known, from, until };
}

const isSection = (text: string): text is Section => (sections as readonly string[]).includes(text);
