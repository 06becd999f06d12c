import * as v from "valibot";
import { LEVELS } from "../../../ui/level";
import { sections } from "../../shell/sections";
import { type Row, nameOf, settingOf } from "./rows";

// What the address says of the page: which usernames are shown. What cannot be read counts as not
// said.
export const filterSchema = v.object({
  name: v.fallback(v.optional(v.string()), undefined),
  section: v.fallback(v.optional(v.picklist(sections)), undefined),
  level: v.fallback(v.optional(v.picklist(LEVELS)), undefined),
});

export type Filter = v.InferOutput<typeof filterSchema>;

// shownBy keeps what is stored in mind, not the draft: a row does not vanish under the hand that
// changes it.
export function shownBy(filter: Filter, rows: readonly Row[]): readonly Row[] {
  const name = filter.name?.trim().toLowerCase() ?? "";
  const { section, level } = filter;
  if (!name && !(section && level)) return rows;
  return rows.filter((row) => nameOf(row).toLowerCase().includes(name) && (!section || !level || settingOf(row, section).level === level));
}

export const isFiltering = ({ name, section, level }: Filter): boolean => !!name?.trim() || (!!section && !!level);
