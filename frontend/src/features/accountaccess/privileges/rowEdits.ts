import type { Section } from "../../../gen/types";
import type { Change } from "./draft";
import type { Setting } from "./rows";

export interface CellEdit {
  to: Setting;
  isConflict: boolean;
}

// The changes of one row. The same object comes again as long as the text is the same: a row that
// did not change is not drawn again.
export interface RowEdits {
  text: string;
  bySection: ReadonlyMap<Section, CellEdit>;
}

export const noEdits: RowEdits = { text: "", bySection: new Map() };

export function rowEditsOf(changes: readonly Change[], before: ReadonlyMap<string, RowEdits>): ReadonlyMap<string, RowEdits> {
  const byLink = new Map<string, Change[]>();
  for (const change of changes) byLink.set(change.row.id, [...(byLink.get(change.row.id) ?? []), change]);
  const after = new Map<string, RowEdits>();
  for (const [link, own] of byLink) {
    const text = own.map(({ section, to, isConflict }) => [section, to.level, to.from, to.until, isConflict].join()).join(";");
    const old = before.get(link);
    after.set(link, old?.text === text ? old : { text, bySection: new Map(own.map(({ section, to, isConflict }) => [section, { to, isConflict }])) });
  }
  return after;
}
