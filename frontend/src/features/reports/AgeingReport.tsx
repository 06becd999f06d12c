import { Scale } from "lucide-react";
import { AgeingReportDocument, ExportAgeingDocument } from "../../gen/documents/features/reports/Reports";
import type { AgeingReportQuery, ShownBalanceFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { usePages } from "../../graphql/usePages";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { dayIn } from "../../text/dayIn";
import { Card } from "../../ui/Card";
import type { Column } from "../../ui/column";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { LoadMore } from "../../ui/LoadMore";
import { AgeSummary } from "../payments/AgeSummary";
import { ageColumns } from "../payments/ageColumns";
import type { Ages } from "../payments/ages";
import { CannotLoad } from "../shell/CannotLoad";
import { useAccount } from "../shell/viewer";
import { LeaveButtons } from "./LeaveButtons";
import type { ReportProps } from "./shown";

// Each row brings the sums of all: they come with its page.
type Row = ShownBalanceFragment & { all: Ages | null };

function pageOf(data: AgeingReportQuery) {
  const report = data.account?.ageing;
  return report?.clients && { ...report.clients, nodes: report.clients.nodes.map((balance) => ({ ...balance, all: report.total })) };
}

export function AgeingReport({ print }: ReportProps) {
  const { id: account, timeZone } = useAccount();
  const { rows, total, hasMore, isFetching, isFirst, error, more, retry } = usePages(AgeingReportDocument, { account }, pageOf);
  const today = dayIn(timeZone);
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  const sums = rows[0]?.all;
  const leave = (
    <LeaveButtons
      document={ExportAgeingDocument}
      variables={{ account }}
      fileOf={(found) => found.exportAgeing}
      fileName={`balances-by-age-${today}`}
      title={t("Balances by age")}
      about={formatDate(today)}
      print={print}
    />
  );
  return (
    <div className="flex flex-col gap-5">
      <Card title={t("Balances by age")} description={t("What clients owe today, by the days since the date of service.")} actions={leave}>
        {sums && <AgeSummary of={sums} />}
        {!isFirst && rows.length === 0 && <EmptyState icon={Scale} title={t("Nobody owes anything")}>{t("What client sessions charge stands here until it is paid.")}</EmptyState>}
      </Card>
      {(isFirst || rows.length > 0) && (
        <Card isFlush>
          <DataTable
            caption={t("Balances by age")}
            columns={columns()}
            rows={rows}
            rowKey={({ client }) => client?.id ?? ""}
            isLoading={isFirst}
            footer={!isFirst && <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={t("clients")} />}
          />
        </Card>
      )}
    </div>
  );
}

const columns = (): Column<Row>[] => [
  { id: "client", header: t("Client"), cell: ({ client }) => <span translate="no">{client?.displayName}</span>, isRowHeader: true },
  ...ageColumns<Row>((row) => row),
];
