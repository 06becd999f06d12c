import { MessagesSquare } from "lucide-react";
import { useQuery } from "urql";
import { ExportSessionsByCodeDocument, SessionsReportDocument } from "../../gen/documents/features/reports/Reports";
import type { SessionFiguresFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import type { Column } from "../../ui/column";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Fact } from "../../ui/Fact";
import { Facts } from "../../ui/Facts";
import { Skeleton } from "../../ui/Skeleton";
import { Money } from "../payments/AgeSummary";
import { CannotLoad } from "../shell/CannotLoad";
import { useAccount } from "../shell/viewer";
import { BarChart } from "./BarChart";
import { LeaveButtons } from "./LeaveButtons";
import { type DatedProps, span } from "./shown";

type Row = SessionFiguresFragment;

// So many codes the chart shows: the most frequent. The table has them all.
const charted = 12;

export function SessionsReport({ days, print }: DatedProps) {
  const { id: account } = useAccount();
  const [{ data, error, stale }, again] = useQuery({ query: SessionsReportDocument, variables: { account, days }, requestPolicy: "network-only" });
  const report = data?.account?.sessionsByCode;
  if (error && !report) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!report?.total || !report.rows) return <Skeleton rows={8} label={t("Running the report")} />;
  const { rows, total } = report;
  const leave = (
    <LeaveButtons
      document={ExportSessionsByCodeDocument}
      variables={{ account, days }}
      fileOf={(found) => found.exportSessionsByCode}
      fileName={`sessions-by-code-${days.from}-${days.until}`}
      title={t("Sessions by code")}
      about={span(days)}
      print={print}
    />
  );
  return (
    <div aria-busy={stale} className="flex flex-col gap-5">
      <Card title={t("Sessions by code")} description={span(days)} actions={leave}>
        {rows.length === 0 ? (
          <EmptyState icon={MessagesSquare} title={t("No client sessions in these days")}>{t("Sessions that are void do not count. Choose other days above.")}</EmptyState>
        ) : (
          <div className="flex flex-col gap-5">
            <Facts>
              {counts().map(({ id, label }) => (
                <Fact key={id} label={label}>
                  {total[id]?.toLocaleString("en-US")}
                </Fact>
              ))}
              <Fact label={t("Charged")}>
                <Money cents={total.charges} />
              </Fact>
            </Facts>
            <Chart rows={rows.slice(0, charted)} />
          </div>
        )}
      </Card>
      {rows.length > 0 && (
        <Card isFlush>
          <DataTable caption={t("Sessions by code")} columns={columns()} rows={rows} rowKey={({ billingCode }) => billingCode ?? ""} />
        </Card>
      )}
    </div>
  );
}

function Chart({ rows }: { rows: Row[] }) {
  return (
    <BarChart
      label={t("A bar chart of the number of client sessions of each billing code. The table below has the figures.")}
      series={[{ name: t("Client sessions"), fill: "fill-accent-ink" }]}
      groups={rows.map(({ billingCode, description, sessions }) => ({
        key: billingCode ?? "",
        label: billingCode ?? "",
        fullLabel: `${billingCode} ${description}`,
        values: [sessions ?? 0],
      }))}
      say={(count) => count.toLocaleString("en-US")}
      sayShort={(count) => (Number.isInteger(count) ? count.toLocaleString("en-US") : "")}
    />
  );
}

const counts = () =>
  [
    { id: "sessions", label: t("Client sessions") },
    { id: "units", label: t("Units") },
    { id: "clients", label: t("Clients") },
  ] as const;

const columns = (): Column<Row>[] => [
  { id: "code", header: t("Code"), cell: ({ billingCode }) => <span translate="no" className="font-medium">{billingCode}</span>, isRowHeader: true, width: "7rem" },
  { id: "description", header: t("Description"), cell: ({ description }) => <span translate="no">{description}</span> },
  ...counts().map(({ id, label }): Column<Row> => ({ id, header: label, cell: (row) => row[id]?.toLocaleString("en-US"), align: "right", width: "8rem" })),
  { id: "charges", header: t("Charged"), cell: ({ charges }) => <Money cents={charges} />, align: "right", width: "9rem" },
];
