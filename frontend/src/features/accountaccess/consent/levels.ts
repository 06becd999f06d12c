import type { AccessLevel, Section, SectionLevelInput } from "../../../gen/types";
import { levelName } from "../../../ui/level";
import { sectionTitle, sections } from "../../shell/sections";

// The levels of a link by consent; what is absent is No Access.
export type Levels = Partial<Record<Section, AccessLevel>>;

export const levelOf = (levels: Levels, section: Section): AccessLevel => levels[section] ?? "NONE";

export function levelsOf(all: readonly { section: Section; level: AccessLevel }[]): Levels {
  return Object.fromEntries(all.map(({ section, level }) => [section, level]));
}

const given = (levels: Levels): SectionLevelInput[] => sections.map((section) => ({ section, level: levelOf(levels, section) })).filter(({ level }) => level !== "NONE");

export const levelsToGive = given;

// "Clients: View Only, Calendar: Full Access".
export const inOneLine = (levels: Levels): string => given(levels).map(({ section, level }) => `${sectionTitle(section)}: ${levelName(level)}`).join(", ");
