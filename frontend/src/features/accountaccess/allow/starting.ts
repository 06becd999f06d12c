import type { AccessLevel, LevelInput, Section, StartingLevelsQuery } from "../../../gen/types";
import { levelRank } from "../../../ui/level";

export type Preset = NonNullable<StartingLevelsQuery["presets"]>[number];

// The preset that a new username has where nothing else is said.
export const usual = "FULL";

export interface Starting {
  section: Section;
  level: AccessLevel;
  // Whether the preset says more than whoever adds the username has.
  isLowered: boolean;
}

// What a new username starts with: what the preset says, and never more than one has oneself.
export function starting(preset: Preset, own: (section: Section) => AccessLevel): Starting[] {
  return preset.levels.map(({ section, level }) => {
    const isLowered = levelRank(own(section)) < levelRank(level);
    return { section, level: isLowered ? own(section) : level, isLowered };
  });
}

// The usual levels are the server's to give.
export function levelsToSend(preset: Preset | undefined, own: (section: Section) => AccessLevel): LevelInput[] | undefined {
  if (!preset || preset.name === usual) return undefined;
  return starting(preset, own).map(({ section, level }) => ({ section, level }));
}
