import { plural } from "../../text";

const offered = [15, 30, 60, 120, 240, 480, 720, 1440];

const name = (minutes: number): string =>
  minutes % 60 === 0 ? plural(minutes / 60, "{count} hour", "{count} hours") : plural(minutes, "{count} minute", "{count} minutes");

// The times to choose from, the longest that may be at the end.
export function durations(longest = 1440): { value: string; label: string }[] {
  const all = offered.filter((minutes) => minutes < longest);
  return [...all, longest].map((minutes) => ({ value: String(minutes), label: name(minutes) }));
}

export const usualMinutes = (longest: number): number => Math.min(240, longest);
