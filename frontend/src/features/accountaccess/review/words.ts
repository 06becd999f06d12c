import { Check, Circle, CircleMinus, Lock, type LucideIcon, Pencil } from "lucide-react";
import type { AccessDecision } from "../../../gen/types";
import { t } from "../../../text";
import { LEVELS, type Level, levelName } from "../../../ui/level";
import type { Item } from "./matrix";

// What somebody may do in an account, in a few words: the name of a ready-made set, or how many sections at which level.
export function summaryOf({ preset, levels }: Pick<Item, "preset" | "levels">): string {
  if (preset) return preset;
  const counts = LEVELS.toReversed().filter((level) => level !== "NONE").map((level) => [level, (levels ?? []).filter((one) => one === level).length] as const);
  const said = counts.filter(([, count]) => count > 0).map(([level, count]) => `${count} ${levelName(level, true)}`);
  return said.length > 0 ? said.join(", ") : levelName("NONE");
}

export const highestOf = ({ levels }: Pick<Item, "levels">): Level => LEVELS.toReversed().find((level) => levels?.includes(level)) ?? "NONE";

const decided: Record<AccessDecision, { word: () => string; icon: LucideIcon; ink: string }> = {
  KEEP: { word: () => t("Kept"), icon: Check, ink: "text-success-ink" },
  CHANGE: { word: () => t("Changed"), icon: Pencil, ink: "text-info-ink" },
  REMOVE: { word: () => t("Removed"), icon: CircleMinus, ink: "text-danger-ink" },
};

export interface Standing {
  word: string;
  icon: LucideIcon;
  ink: string;
}

// How a username stands in a review.
export function standingOf({ decision, open }: Pick<Item, "decision" | "open">): Standing {
  if (decision) return { ...decided[decision], word: decided[decision].word() };
  if (open === "OWN") return { word: t("Your own"), icon: Lock, ink: "text-ink-faint" };
  return { word: t("Not decided"), icon: Circle, ink: "text-ink-muted" };
}
