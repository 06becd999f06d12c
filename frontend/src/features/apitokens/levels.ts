import type { AccessLevel, ApiTokenAccountInput, Section } from "../../gen/types";
import { type Levels, levelsToGive } from "../accountaccess/consent/levels";
import { levelRank } from "../../ui/level";
import { openAccount, type AccountOfViewer } from "../shell/viewer";
import { sections } from "../shell/sections";

// What a token is to be given: by account the sections that it opens.
export type Given = Record<string, Levels>;

const most: Partial<Record<Section, AccessLevel>> = { ACTIVITY_LOG: "VIEW" };

// The sections that tokens can have. The server refuses the others.
export const open: readonly Section[] = sections.filter((section) => section !== "ACCOUNT_ACCESS" && section !== "PSYCHOTHERAPY_NOTES");

// The most that anybody gives an app there.
export const mostOf = (section: Section): AccessLevel => most[section] ?? "FULL";

export const holdsAnything = (levels: Levels): boolean => levelsToGive(levels).length > 0;

export function highest(account: AccountOfViewer, section: Section): AccessLevel {
  const held = openAccount(account).level(section);
  const limit = mostOf(section);
  return levelRank(held) > levelRank(limit) ? limit : held;
}

export function inputOf(given: Given): ApiTokenAccountInput[] {
  return Object.entries(given).map(([account, levels]) => ({
    account,
    levels: levelsToGive(levels),
  }));
}
