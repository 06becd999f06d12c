import { sections } from "../../shell/sections";
import { type CellKey, type Row, cellKey, isSame, settingOf } from "./rows";

// What somebody else has changed between two answers of the server, for the grid to mark.
export function changedCells(before: readonly Row[], after: readonly Row[]): CellKey[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return after.flatMap((row) => {
    const old = known.get(row.id);
    if (!old || old === row) return [];
    return sections.filter((s) => !isSame(settingOf(old, s), settingOf(row, s))).map((s) => cellKey(row.id, s));
  });
}
