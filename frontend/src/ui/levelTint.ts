import type { Level } from "./level";

/** Ink and fill of a level: only ever beside its word and icon. */
export function levelTint(level: Level): string {
  const tints: Record<Level, string> = {
    NONE: "bg-none-soft text-none-ink",
    VIEW: "bg-view-soft text-view-ink",
    FULL: "bg-full-soft text-full-ink",
  };
  return tints[level];
}

export function levelInk(level: Level): string {
  return { NONE: "text-none-ink", VIEW: "text-view-ink", FULL: "text-full-ink" }[level];
}
