import type { PreviewCopyCodesQuery } from "../../gen/types";

export type Entry = NonNullable<PreviewCopyCodesQuery["previewCopyCodes"]>["entries"][number];

// What somebody chose for an entry, and what they saw when they did: when that is different now,
// they have not chosen yet.
interface Choice {
  take: boolean;
  seen: string;
}

// By entry; where nothing stands, the entry is as it comes: new ones are copied, others are not, nor
// is what would use an entry that is otherwise there.
export type Choices = Readonly<Record<string, Choice>>;

export const keyOf = ({ file, id }: Pick<Entry, "file" | "id">): string => `${file} ${id}`;

const seenOf = ({ state, label, description, needs, differing, differences }: Entry): string =>
  JSON.stringify([state, label, description, needs, differing, differences.map(({ field, theirs, ours }) => [field, theirs, ours])]);

export const isOpen = ({ state }: Entry): boolean => state !== "IDENTICAL";

const asItComes = ({ state, differing }: Entry): boolean => state === "NEW" && differing.length === 0;

// Whether the entry will be created or will replace theirs.
export function isTaken(entry: Entry, choices: Choices): boolean {
  const choice = choices[keyOf(entry)];
  return choice?.seen === seenOf(entry) ? choice.take : asItComes(entry);
}

// What is taken takes along what it needs; what is left leaves behind what needs it.
export function choose(choices: Choices, chosen: readonly Entry[], take: boolean, all: readonly Entry[] = chosen): Choices {
  const next = { ...choices };
  for (const entry of [...chosen, ...(take ? neededBy(chosen, all) : inNeedOf(chosen, all))]) {
    if (!isOpen(entry)) continue;
    if (take === asItComes(entry)) delete next[keyOf(entry)];
    else next[keyOf(entry)] = { take, seen: seenOf(entry) };
  }
  return next;
}

const neededBy = (entries: readonly Entry[], all: readonly Entry[]): Entry[] => all.filter(({ id }) => entries.some(({ needs }) => needs.includes(id)));

const inNeedOf = (entries: readonly Entry[], all: readonly Entry[]): Entry[] => all.filter(({ needs }) => entries.some(({ id }) => needs.includes(id)));

// What is in the way of an entry that is not chosen: what it cannot be without, and what it would use
// and is otherwise there. To choose it takes the one along, and uses the other as it is there.
export function blockedBy(entry: Entry, all: readonly Entry[], choices: Choices): Entry[] {
  if (!isOpen(entry) || isTaken(entry, choices)) return [];
  return all.filter((other) => [...entry.needs, ...entry.differing].includes(other.id) && !isTaken(other, choices));
}

// How many of those that will be copied cannot be without this one.
export const timesNeeded = (entry: Entry, all: readonly Entry[], choices: Choices): number => taken(inNeedOf([entry], all), choices).length;

export function forget(choices: Choices, keys: readonly string[]): Choices {
  return Object.fromEntries(Object.entries(choices).filter(([key]) => !keys.includes(key)));
}

export const taken = (entries: readonly Entry[], choices: Choices): Entry[] => entries.filter((entry) => isTaken(entry, choices));

// Whether somebody has chosen anything that would be lost.
export const isChosen = (entries: readonly Entry[], choices: Choices): boolean =>
  entries.some((entry) => isTaken(entry, choices) !== asItComes(entry));

export interface Tally {
  create: number;
  replace: number;
  // Conflicts where theirs is kept, new ones that were not ticked, and those that are alike.
  keep: number;
  leave: number;
  identical: number;
}

export function tally(entries: readonly Entry[], choices: Choices): Tally {
  const sum = { create: 0, replace: 0, keep: 0, leave: 0, identical: 0 };
  for (const entry of entries) sum[outcome(entry, isTaken(entry, choices))] += 1;
  return sum;
}

function outcome({ state }: Entry, take: boolean): keyof Tally {
  if (state === "IDENTICAL") return "identical";
  if (state === "CONFLICT") return take ? "replace" : "keep";
  return take ? "create" : "leave";
}
