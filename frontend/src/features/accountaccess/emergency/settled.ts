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

// The sections that an emergency can open: those that hold the records of clients.
export const openable: readonly Section[] = ["CLIENTS", "INSURANCE", "CALENDAR", "CLIENT_SESSIONS", "NOTES", "INVOICES", "PAYMENTS", "REPORTS"];

export function settledOf({ links, longestMinutes, levels, contactName, contactEmail }: SettledForEmergenciesFragment): Settled {
  const all = levelsOf(levels ?? []);
  return {
    links: links ?? [],
    longest: String(longestMinutes ?? 240),
    levels: Object.fromEntries(openable.map((section) => [section, levelOf(all, section)])),
    psychotherapy: levelOf(all, "PSYCHOTHERAPY_NOTES") !== "NONE",
    contactName: contactName ?? "",
    contactEmail: contactEmail ?? "",
  };
}

export function inputOf({ links, longest, levels, psychotherapy, contactName, contactEmail }: Settled, version: number): EmergencySettingsInput {
  const opened: Levels = psychotherapy ? { ...levels, PSYCHOTHERAPY_NOTES: "VIEW" } : levels;
  return { version, links, longestMinutes: Number(longest), levels: levelsToGive(opened), contactName, contactEmail };
}
