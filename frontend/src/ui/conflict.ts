import type { ReactNode } from "react";

export type Side = "mine" | "theirs";
export type Choices = Readonly<Record<string, Side>>;

export interface ConflictRow {
  /** The field's key in both versions. */
  id: string;
  label: string;
  mine: ReactNode;
  theirs: ReactNode;
}

/** The keys whose values differ between two versions. */
export function changedKeys<T extends object, K extends keyof T>(mine: T, theirs: T, keys: readonly K[]): K[] {
  return keys.filter((key) => !Object.is(mine[key], theirs[key]));
}

export function isResolved(rows: readonly ConflictRow[], choices: Choices): boolean {
  return rows.every((row) => Object.hasOwn(choices, row.id));
}

/** Theirs, with the fields that were chosen as mine. What was not chosen stays theirs: nothing is overwritten unasked. */
export function mergeChoices<T extends object>(mine: T, theirs: T, choices: Choices): T {
  const merged = { ...theirs };
  for (const key of Object.keys(theirs) as (keyof T & string)[]) {
    if (Object.hasOwn(choices, key) && choices[key] === "mine") merged[key] = mine[key];
  }
  return merged;
}
