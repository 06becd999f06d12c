import type { ReviewItemFragment } from "../../../gen/types";

export type Item = ReviewItemFragment;

// An account whose review is open, with the usernames in it.
export interface OpenReview {
  id: string;
  account: { id: string; providerName: string; practiceName: string };
  mayDecide: boolean;
  items: readonly Item[];
}

// A username, with what it may do in each of the accounts.
export interface Row {
  id: string;
  cells: ReadonlyMap<string, Item>;
}

// The matrix: a username is one row, however many accounts it may enter. Of one who was removed and added
// anew, what is there now counts.
export function rowsOf(reviews: readonly OpenReview[]): Row[] {
  const rows = new Map<string, Map<string, Item>>();
  for (const { account, items } of reviews) {
    for (const item of items) {
      const cells = rows.get(item.username ?? "") ?? new Map<string, Item>();
      if (cells.get(account.id)?.decision !== undefined && item.decision === "REMOVE") continue;
      rows.set(item.username ?? "", cells.set(account.id, item));
    }
  }
  return [...rows].map(([id, cells]) => ({ id, cells })).toSorted((a, b) => a.id.localeCompare(b.id));
}

export interface Progress {
  decided: number;
  // How many there are to decide, without the viewer's own.
  total: number;
  own: number;
}

export function progressOf(reviews: readonly OpenReview[]): Progress {
  const items = reviews.flatMap(({ items: all }) => all);
  const own = items.filter(({ open }) => open === "OWN").length;
  return { decided: items.filter(({ decision }) => decision).length, total: items.length - own, own };
}

export const isUndecided = ({ open }: Item): boolean => open === "UNDECIDED";

// Nobody has used it anywhere for 90 days.
export const isUnused = ({ cells }: Row): boolean => {
  const left = [...cells.values()].filter(({ decision }) => decision !== "REMOVE");
  return left.length > 0 && left.every(({ unused }) => unused === true);
};

export type Show = "ALL" | "UNDECIDED" | "UNUSED";

export function shownBy(name: string, show: Show, rows: readonly Row[]): readonly Row[] {
  const sought = name.trim().toLowerCase();
  return rows.filter(({ id, cells }) => {
    if (!id.toLowerCase().includes(sought)) return false;
    const items = [...cells.values()];
    return show === "ALL" || items.some((item) => (show === "UNDECIDED" ? isUndecided(item) : item.unused === true));
  });
}
