import { Ban, Eye, KeyRound, type LucideIcon } from "lucide-react";
import { t } from "../text";

export type Level = "NONE" | "VIEW" | "FULL";

/** Lowest first. */
export const LEVELS: readonly Level[] = ["NONE", "VIEW", "FULL"];

export function levelName(level: Level, short = false): string {
  switch (level) {
    case "FULL":
      return short ? t("Full") : t("Full Access");
    case "VIEW":
      return short ? t("View") : t("View Only");
    case "NONE":
      return short ? t("No access") : t("No Access");
  }
}

export function levelRank(level: Level): number {
  return LEVELS.indexOf(level);
}

export function levelIcon(level: Level): LucideIcon {
  return { NONE: Ban, VIEW: Eye, FULL: KeyRound }[level];
}
