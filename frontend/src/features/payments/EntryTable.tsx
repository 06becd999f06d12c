import { useState } from "react";
import type { EntryKind } from "../../gen/types";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { Button } from "../../ui/Button";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Money } from "./AgeSummary";
import type { Asks, ShownEntry } from "./asked";

interface Props extends Asks {
  entries: readonly ShownEntry[];
}

// How many are shown at first, the newest.
const few = 50;

export function EntryTable({ entries, whyNot, onAsk }: Props) {
  const [isWhole, setWhole] = useState(false);
  const newest = entries.toReversed();
  return (
    <DataTable
      caption={t("All entries")}
      rows={isWhole ? newest : newest.slice(0, few)}
      rowKey={({ id }) => id}
      empty={<EmptyState isCompact title={t("There are no entries yet")} />}
      footer={!isWhole && entries.length > few && <Button onPress={() => setWhole(true)}>{t("Show all {count} entries", { count: entries.length })}</Button>}
      columns={[
        { id: "day", header: t("Day"), cell: ({ entryDate }) => <span translate="no">{entryDate ? formatDate(entryDate) : "–"}</span> },
        { id: "kind", header: t("Entry"), cell: (entry) => <What entry={entry} />, isRowHeader: true },
        { id: "amount", header: t("Amount"), cell: ({ amount }) => <Money cents={amount} />, align: "right" },
        { id: "balance", header: t("Balance"), cell: ({ balance }) => <Money cents={balance} />, align: "right" },
        {
          id: "do",
          header: t("Actions"),
          isActions: true,
          cell: (entry) => entry.reversible && <Button size="small" whyDisabled={whyNot} onPress={() => onAsk({ what: "reverseEntry", entry })}>{t("Take back")}</Button>,
        },
      ]}
    />
  );
}

const kinds: Record<EntryKind, () => string> = {
  CHARGE: () => t("Charge"),
  PAYMENT: () => t("Payment"),
  ALLOCATION: () => t("Allocation"),
  WRITE_OFF: () => t("Write-off"),
  ADJUSTMENT: () => t("Adjustment"),
  REFUND: () => t("Refund"),
  REVERSAL: () => t("Taken back"),
};

interface WhatProps {
  entry: ShownEntry;
}

function What({ entry: { kind, session, reason, reversed, postedBy } }: WhatProps) {
  const where = kind === "ALLOCATION" ? (session ? t("to a session") : t("out of the credit")) : "";
  return (
    <span className="flex flex-col">
      <span className={reversed ? "line-through" : ""}>{kind && kinds[kind]()} {where}</span>
      <span translate="no" className="text-sm text-ink-muted">{[reason, postedBy].filter(Boolean).join(" · ")}</span>
    </span>
  );
}
