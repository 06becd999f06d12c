import type { CopyState, MasterFile } from "../../gen/types";
import type { Entry } from "./choices";

// What the list shows, one under the other: each file's heading with its entries below.
export type Row = { kind: "file"; file: MasterFile; entries: readonly Entry[] } | { kind: "entry"; entry: Entry };

export interface Filter {
  show?: CopyState;
  find?: string;
}

export function filtered(entries: readonly Entry[], { show, find = "" }: Filter): Entry[] {
  const wanted = find.trim().toLowerCase();
  return entries.filter(
    ({ state, label, description }) => (show === undefined || state === show) && `${label} ${description}`.toLowerCase().includes(wanted),
  );
}

export function rowsOf(entries: readonly Entry[], files: readonly MasterFile[]): Row[] {
  return files.flatMap((file): Row[] => {
    const own = entries.filter((entry) => entry.file === file);
    if (own.length === 0) return [];
    return [{ kind: "file", file, entries: own }, ...own.map((entry) => ({ kind: "entry" as const, entry }))];
  });
}

export function counts(entries: readonly Entry[]): Record<CopyState, number> {
  const sum = { NEW: 0, CONFLICT: 0, IDENTICAL: 0 };
  for (const { state } of entries) sum[state] += 1;
  return sum;
}
