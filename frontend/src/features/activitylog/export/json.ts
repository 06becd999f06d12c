import { plain } from "../data";
import type { Entry, Telling } from "../entry";
import { sentenceOf } from "../sentence";

// All that the log holds of each entry, and its sentence. Changes are [before, after].
export function jsonOf(entries: readonly Entry[], telling: Telling): string {
  const told = entries.map(({ __typename: _, ...entry }) => ({ sentence: plain(sentenceOf({ ...entry, __typename: "Event" }, telling)), ...entry }));
  return `${JSON.stringify(told, null, 1)}\n`;
}
