import { SearchX } from "lucide-react";
import { Suspense, lazy, useEffect, useMemo } from "react";
import { plural, t } from "../../text";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Skeleton } from "../../ui/Skeleton";
import { announce } from "../../ui/announce";
import { masterFiles } from "../masterfiles/files";
import { EntryFilter } from "./EntryFilter";
import { EntryRow } from "./EntryRow";
import { FileRow } from "./FileRow";
import { PlainRows } from "./PlainRows";
import { type Choices, type Entry, blockedBy, choose, isTaken, keyOf, timesNeeded } from "./choices";
import { type Row, filtered, rowsOf } from "./rows";
import type { CopySearch } from "./search";

// From so many rows on, only those in view are in the page. What that takes is loaded then.
const many = 100;
const VirtualRows = lazy(() => import("./VirtualRows").then((module) => ({ default: module.VirtualRows })));

export interface Names {
  from: string;
  to: string;
}

interface Props {
  entries: readonly Entry[];
  choices: Choices;
  // The entries that have changed since somebody looked.
  changed: readonly string[];
  names: Names;
  isLocked: boolean;
  search: CopySearch;
  onChoose: (choices: Choices) => void;
  onFilter: (filter: Pick<CopySearch, "show" | "find">) => void;
}

export function EntryList({ entries, choices, changed, names, isLocked, search, onChoose, onFilter }: Props) {
  const { show, find } = search;
  const shown = useMemo(() => filtered(entries, { show, find }), [entries, show, find]);
  const rows = useMemo(() => rowsOf(shown, masterFiles), [shown]);
  useCountSaid(shown.length, show !== undefined || Boolean(find));
  const decide = (chosen: readonly Entry[], take: boolean) => onChoose(choose(choices, chosen, take, entries));

  const render = (row: Row) =>
    row.kind === "file" ? (
      <FileRow file={row.file} entries={row.entries} choices={choices} isLocked={isLocked} onDecide={decide} />
    ) : (
      <EntryRow
        entry={row.entry}
        isTaken={isTaken(row.entry, choices)}
        blockedBy={blockedBy(row.entry, entries, choices)}
        neededBy={timesNeeded(row.entry, entries, choices)}
        isChanged={changed.includes(keyOf(row.entry))}
        isLocked={isLocked}
        names={names}
        onDecide={(take) => decide([row.entry], take)}
      />
    );
  const Rows = rows.length > many ? VirtualRows : PlainRows;
  return (
    <>
      <EntryFilter entries={entries} show={show} find={find ?? ""} onFilter={onFilter} />
      {rows.length > 0 ? (
        <Suspense fallback={<Skeleton rows={12} label={t("Loading the entries")} />}>
          <Rows rows={rows} render={render} />
        </Suspense>
      ) : (
        <EmptyState isCompact icon={SearchX} title={t("No entry is like that")} action={<Button onPress={() => onFilter({ show: undefined, find: undefined })}>{t("Show all entries")}</Button>} />
      )}
    </>
  );
}

// Says to those who do not see the list how long it is now.
function useCountSaid(count: number, isFiltered: boolean) {
  useEffect(() => {
    if (!isFiltered) return undefined;
    const later = setTimeout(() => announce(plural(count, "{count} entry shown", "{count} entries shown")), 500);
    return () => clearTimeout(later);
  }, [count, isFiltered]);
}
