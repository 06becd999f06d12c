import type { Entry } from "./entry";

// The part of the log that is shown, the newest first.
export interface Pages {
  entries: Entry[];
  // The cursor after which to go on; nothing: there is no more.
  end: string | null;
  total: number | null;
}

export const nothing: Pages = { entries: [], end: null, total: null };

export const older = (shown: Pages, next: Pages): Pages => ({ ...next, entries: [...shown.entries, ...next.entries] });

// Puts the newest page before what is shown. Where the two do not meet there are entries between
// them that nobody has read: the newest page then stands alone, and Load more goes on from it.
export function newer(shown: Pages, newest: Pages): Pages {
  const read = new Set(newest.entries.map(({ id }) => id));
  const rest = shown.entries.filter(({ id }) => !read.has(id));
  if (rest.length === shown.entries.length) return newest;
  return { entries: [...newest.entries, ...rest], end: rest.length > 0 ? shown.end : newest.end, total: newest.total };
}

// How many of the entries were not shown before.
export function countNew(shown: Pages, now: Pages): number {
  const known = new Set(shown.entries.map(({ id }) => id));
  return now.entries.filter(({ id }) => !known.has(id)).length;
}
