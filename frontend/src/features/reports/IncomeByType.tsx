import type { IncomeReportQuery } from "../../gen/types";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import { DataTable } from "../../ui/DataTable";
import { Money } from "../payments/AgeSummary";
import { kindText } from "../payments/EntryWords";

type Rows = NonNullable<NonNullable<NonNullable<IncomeReportQuery["account"]>["income"]>["byType"]>;

// What was written off, adjusted and refunded, by payment type.
export function IncomeByType({ rows }: { rows: Rows }) {
  return (
    <Card title={t("Write-offs, adjustments and refunds by type")} description={t("What they add to what is owed. What was taken back counts on that day.")} isFlush>
      <DataTable
        caption={t("Write-offs, adjustments and refunds by type")}
        rows={rows}
        rowKey={({ kind, code }) => `${kind} ${code}`}
        columns={[
          { id: "type", header: t("Type"), cell: ({ label }) => (label ? <span translate="no">{label}</span> : t("None")), isRowHeader: true },
          { id: "kind", header: t("Entry"), cell: ({ kind }) => kindText(kind) },
          { id: "entries", header: t("Number"), cell: ({ entries }) => entries, align: "right", width: "7rem" },
          { id: "amount", header: t("Amount"), cell: ({ amount }) => <Money cents={amount} />, align: "right", width: "9rem" },
        ]}
      />
    </Card>
  );
}
