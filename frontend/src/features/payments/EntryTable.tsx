import type { OwedSessionFragment } from "../../gen/types";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { Button } from "../../ui/Button";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Money } from "./AgeSummary";
import { EntryWords } from "./EntryWords";
import type { Asks, ShownEntry } from "./asked";
import { useFew } from "./useFew";

interface Props extends Asks {
  entries: readonly ShownEntry[];
  sessions: readonly OwedSessionFragment[];
}

export function EntryTable({ entries, sessions, whyNot, onAsk }: Props) {
  const { rows, footer } = useFew(entries.toReversed(), { few: 20, all: t("Show all {count} entries", { count: entries.length }) });
  const days = new Map(sessions.map(({ id, serviceDate }) => [id, serviceDate]));
  const kinds = new Map(entries.map(({ id, kind }) => [id, kind]));
  return (
    <DataTable
      caption={t("All entries")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState isCompact title={t("There are no entries yet")} />}
      footer={footer}
      columns={[
        { id: "day", header: t("Day"), cell: ({ entryDate }) => <span translate="no" className="whitespace-nowrap">{entryDate ? formatDate(entryDate) : "–"}</span>, width: "9rem" },
        {
          id: "kind",
          header: t("Entry"),
          cell: (entry) => <EntryWords entry={entry} day={days.get(entry.session ?? "")} takesBack={kinds.get(entry.reverses ?? "")} />,
          isRowHeader: true,
        },
        { id: "amount", header: t("Amount"), cell: ({ amount }) => <Money cents={amount} />, align: "right", width: "8rem" },
        { id: "balance", header: t("Balance"), cell: ({ balance }) => <Money cents={balance} />, align: "right", width: "8rem" },
        {
          id: "do",
          header: t("Actions"),
          isActions: true,
          width: "8rem",
          cell: (entry) => entry.reversible && <Button size="small" whyDisabled={whyNot} onPress={() => onAsk({ what: "reverseEntry", entry })}>{t("Take back")}</Button>,
        },
      ]}
    />
  );
}
