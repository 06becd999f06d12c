import { Coins } from "lucide-react";
import { useQuery } from "urql";
import { ExportIncomeDocument, IncomeReportDocument } from "../../gen/documents/features/reports/Reports";
import type { IncomeFiguresFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { formatMoney } from "../../text/format";
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
import { IncomeByType } from "./IncomeByType";
import { LeaveButtons } from "./LeaveButtons";
import { periodName, shortName } from "./periods";
import type { Length } from "./reportSearch";
import { type DatedProps, shortMoney, span } from "./shown";

type Row = IncomeFiguresFragment;

export function IncomeReport({ days, by, print }: DatedProps & { by: Length }) {
  const { id: account } = useAccount();
  const [{ data, error, stale }, again] = useQuery({ query: IncomeReportDocument, variables: { account, days, by }, requestPolicy: "network-only" });
  const report = data?.account?.income;
  if (error && !report) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!report?.total || !report.rows) return <Skeleton rows={8} label={t("Running the report")} />;
  const { rows, total } = report;
  const isEmpty = figures().every(({ id }) => total[id] === 0 && rows.every((row) => row[id] === 0));
  return (
    <div aria-busy={stale} className="flex flex-col gap-5">
      <Card
        title={t("Income")}
        description={span(days)}
        actions={
          <LeaveButtons
            document={ExportIncomeDocument}
            variables={{ account, days, by }}
            fileOf={(found) => found.exportIncome}
            fileName={`income-${days.from}-${days.until}`}
            title={t("Income")}
            about={span(days)}
            print={print}
          />
        }
      >
        <div className="flex flex-col gap-5">
          <Facts>
            {figures().map(({ id, label }) => (
              <Fact key={id} label={label}>
                <Money cents={total[id]} />
              </Fact>
            ))}
          </Facts>
          {!isEmpty && <Chart rows={rows} by={by} />}
        </div>
      </Card>
      {isEmpty ? (
        <Card>
          <EmptyState icon={Coins} title={t("No money in these days")}>{t("What client sessions charge, and what is paid for them, is counted here. Choose other days above.")}</EmptyState>
        </Card>
      ) : (
        <Card isFlush>
          <DataTable caption={t("Income by period")} columns={columns(by)} rows={rows} rowKey={({ from }) => from ?? ""} />
        </Card>
      )}
      {report.byType && report.byType.length > 0 && <IncomeByType rows={report.byType} />}
    </div>
  );
}

function Chart({ rows, by }: { rows: Row[]; by: Length }) {
  return (
    <BarChart
      label={t("A bar chart of what was charged and of the income in each period. The table below has the figures.")}
      series={[
        { name: t("Charged"), fill: "fill-line-strong" },
        { name: t("Income"), fill: "fill-accent-ink" },
      ]}
      groups={rows.map((row) => ({
        key: row.from ?? "",
        label: shortName(daysOf(row), by),
        fullLabel: periodName(daysOf(row), by),
        values: [(row.charges ?? 0) / 100, (row.income ?? 0) / 100],
      }))}
      say={(dollars) => formatMoney(dollars * 100)}
      sayShort={shortMoney}
    />
  );
}

const daysOf = ({ from, until }: Row) => ({ from: from ?? "", until: until ?? "" });

const figures = () =>
  [
    { id: "income", label: t("Income") },
    { id: "charges", label: t("Charged") },
    { id: "byClients", label: t("Paid by clients") },
    { id: "byInsurance", label: t("Paid by insurances") },
    { id: "byOthers", label: t("Paid by others") },
    { id: "refunds", label: t("Refunded") },
    { id: "writtenOff", label: t("Written off") },
  ] as const;

const columns = (by: Length): Column<Row>[] => [
  { id: "period", header: t("Period"), cell: (row) => periodName(daysOf(row), by), isRowHeader: true },
  ...figures().map(({ id, label }): Column<Row> => ({ id, header: label, cell: (row) => <Money cents={row[id]} />, align: "right" })),
];
