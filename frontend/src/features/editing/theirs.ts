import type { Problem } from "../../graphql/problem";
import { type Choices, type Side, changedKeys } from "../../ui/conflict";
import type { Saved } from "./draft";

// A save that is based on another version than the current one. Both versions are shown apart.
export const isStale = ({ code, details }: Problem): boolean => code === "CONFLICT" && Boolean(details.theirs);

// What somebody else has saved meanwhile: a refused save tells their version, and their values of
// the fields in which it differs from mine.
export function theirsIn<Fields extends object>(problems: Problem[], mine: Fields): Saved<Fields> | undefined {
  const conflict = problems.find(isStale);
  if (!conflict) return undefined;
  return { version: Number(conflict.details.version), fields: { ...mine, ...known(mine, conflict.details.theirs) } };
}

// The server says null for a text that is not there, and lists of codes as lists.
function known<Fields extends object>(mine: Fields, theirs: unknown): Partial<Fields> {
  const fields = Object.entries((theirs ?? {}) as Record<string, unknown>).filter(([key]) => key in mine);
  const read = fields.map(([key, value]) => [key, typeof mine[key as keyof Fields] === "string" ? asText(value) : value]);
  return Object.fromEntries(read) as Partial<Fields>;
}

const asText = (value: unknown) => (Array.isArray(value) ? value.join(",") : (value ?? ""));

// What needs no choosing: a field that only one of the two has changed is as they left it.
export function obviousChoices<Fields extends object>(base: Fields, mine: Fields, theirs: Fields): Choices {
  const keys = Object.keys(mine) as (keyof Fields & string)[];
  const choices: Record<string, Side> = {};
  for (const key of changedKeys(mine, theirs, keys)) {
    if (Object.is(mine[key], base[key])) choices[key] = "theirs";
    if (Object.is(theirs[key], base[key])) choices[key] = "mine";
  }
  return choices;
}
