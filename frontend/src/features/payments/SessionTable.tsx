import type { OwedSessionFragment } from "../../gen/types";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { Button } from "../../ui/Button";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Money } from "./AgeSummary";
import type { Asks } from "./asked";
import { useFew } from "./useFew";

interface Props extends Asks {
  sessions: readonly OwedSessionFragment[];
}

export function SessionTable({ sessions, whyNot, onAsk }: Props) {
  const { rows, footer } = useFew(sessions.toReversed(), { few: 5, keep: ({ owed }) => owed !== 0, all: t("Show all {count} sessions", { count: sessions.length }) });
  return (
    <DataTable
      caption={t("Sessions")}
      rows={rows}
      footer={footer}
      rowKey={({ id }) => id}
      empty={<EmptyState isCompact title={t("No session has been charged yet")} />}
      columns={[
        { id: "day", header: t("Date of service"), cell: ({ serviceDate }) => <span translate="no">{serviceDate ? formatDate(serviceDate) : "–"}</span>, isRowHeader: true },
        { id: "charged", header: t("Charged"), cell: ({ charged }) => <Money cents={charged} />, align: "right" },
        { id: "adjusted", header: t("Adjusted"), cell: ({ adjusted }) => <Money cents={adjusted} />, align: "right" },
        { id: "paid", header: t("Paid"), cell: ({ paid }) => <Money cents={paid} />, align: "right" },
        { id: "owed", header: t("Owed"), cell: ({ owed }) => <strong><Money cents={owed} /></strong>, align: "right" },
        {
          id: "do",
          header: t("Actions"),
          isActions: true,
          cell: (session) => (
            <span className="flex flex-wrap justify-end gap-1.5">
              <Button size="small" whyDisabled={whyNot ?? ((session.owed ?? 0) > 0 ? undefined : t("Nothing is owed for it."))} onPress={() => onAsk({ what: "writeOff", session })}>{t("Write off")}</Button>
              <Button size="small" whyDisabled={whyNot} onPress={() => onAsk({ what: "adjust", session })}>{t("Adjust")}</Button>
            </span>
          ),
        },
      ]}
    />
  );
}
