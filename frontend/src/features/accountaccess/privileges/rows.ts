import type { Section, UsernamePrivilegesQuery } from "../../../gen/types";
import type { Level } from "../../../ui/level";
import { sections } from "../../shell/sections";

export type Row = NonNullable<NonNullable<UsernamePrivilegesQuery["account"]>["usernames"]>[number];
export type Preset = NonNullable<UsernamePrivilegesQuery["presets"]>[number];
export type Privilege = NonNullable<Row["privileges"]>[number];

// What is set in one cell: the level, and when it holds.
export interface Setting {
  level: Level;
  from: string | null;
  until: string | null;
}

// A cell of the grid: a link's id and a section.
export type CellKey = `${string} ${Section}`;

export const cellKey = (link: string, section: Section): CellKey => `${link} ${section}`;

export function partsOf(key: CellKey): { link: string; section: Section } {
  const [link = "", section = ""] = key.split(" ");
  return { link, section: section as Section };
}

// The server gives the thirteen privileges in the order of the sections.
export const privilegeOf = (row: Row, section: Section): Privilege | undefined => row.privileges?.[sections.indexOf(section)];

export function settingOf(row: Row, section: Section): Setting {
  const p = privilegeOf(row, section);
  return { level: p?.level ?? "NONE", from: p?.validFrom ?? null, until: p?.validUntil ?? null };
}

export const isSame = (a: Setting, b: Setting): boolean => a.level === b.level && isSameMoment(a.from, b.from) && isSameMoment(a.until, b.until);

// The server and the browser write the same moment with and without fractions of a second.
const isSameMoment = (a: string | null, b: string | null): boolean => a === b || (!!a && !!b && Date.parse(a) === Date.parse(b));

export const nameOf = (row: Row): string => row.username ?? "";
