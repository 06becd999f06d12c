import type { Entry } from "../entry";

// The accounts that the rows were copied from and that may be looked into, each once.
export function sourcesOf<Account extends { id: string }>(rows: readonly Entry[], mayView: readonly Account[]): Account[] {
  const from = new Set(rows.map(({ provenance }) => provenance?.from));
  return mayView.filter(({ id }) => from.has(id));
}

export interface Differing {
  differences: readonly { field: string }[];
}

// In how many entries each field differs, the most often first.
export function tallyOf(entries: readonly Differing[]): [field: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { field } of entries.flatMap(({ differences }) => differences)) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
