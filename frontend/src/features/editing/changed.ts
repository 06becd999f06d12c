import type { Problem } from "../../graphql/problem";
import { changedKeys } from "../../ui/conflict";
import { theirsIn } from "./theirs";
import type { Words } from "./words";

// A field as it was shown, and as somebody else has made it since.
export interface Changed {
  label: string;
  before: string | null;
  now: string | null;
}

const keysOf = <Fields extends object>(labels: Words<Fields>["labels"]) => Object.keys(labels) as (keyof Fields & string)[];

// What somebody else has changed since something was shown: whoever presses on what is no longer so
// is told the whole record.
export function changedSince<Fields extends object>(problems: Problem[], shown: Fields, { labels, show }: Words<Fields>): Changed[] {
  const theirs = theirsIn(problems, shown);
  if (!theirs) return [];
  return changedKeys(shown, theirs.fields, keysOf(labels)).map((key) => ({ label: labels[key], before: show(key, shown), now: show(key, theirs.fields) }));
}
