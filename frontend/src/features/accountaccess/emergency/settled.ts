import type { EmergencySettingsInput, Section, SettledForEmergenciesFragment } from "../../../gen/types";
import { type Levels, levelOf, levelsOf, levelsToGive } from "../consent/levels";

// What is settled, as the form has it. Psychotherapy notes stand apart: they need a decision of their own.
export interface Settled {
  links: string[];
  longest: string;
  levels: Levels;
  psychotherapy: boolean;
  contactName: string;
  contactEmail: string;
}

export const sectionsToSettle = ({ openable }: SettledForEmergenciesFragment): readonly Section[] =>
  (openable ?? []).filter((section) => section !== "PSYCHOTHERAPY_NOTES");

export function settledOf(settings: SettledForEmergenciesFragment): Settled {
  const { links, longestMinutes, levels, contactName, contactEmail } = settings;
  const all = levelsOf(levels ?? []);
  return {
    links: links ?? [],
    longest: String(longestMinutes ?? 240),
    levels: Object.fromEntries(sectionsToSettle(settings).map((section) => [section, levelOf(all, section)])),
    psychotherapy: levelOf(all, "PSYCHOTHERAPY_NOTES") !== "NONE",
    contactName: contactName ?? "",
    contactEmail: contactEmail ?? "",
  };
}

export function inputOf({ links, longest, levels, psychotherapy, contactName, contactEmail }: Settled, version: number): EmergencySettingsInput {
  const opened: Levels = psychotherapy ? { ...levels, PSYCHOTHERAPY_NOTES: "VIEW" } : levels;
  return { version, links, longestMinutes: Number(longest), levels: levelsToGive(opened), contactName, contactEmail };
}
