import { useQuery } from "urql";
import { BalancesOverAccountsDocument } from "../../gen/documents/features/payments/Balances";
import type { BalancesOverAccountsQuery } from "../../gen/types";
import { problemsOf, whyMissing } from "../../graphql/problem";
import { useLiveEverywhere } from "../../live/useLive";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import { DataTable } from "../../ui/DataTable";
import { RowLink } from "../../ui/RowLink";
import { Skeleton } from "../../ui/Skeleton";
import { NotSeen } from "../shell/NotSeen";
import { CannotLoad } from "../shell/CannotLoad";
import { AgeBar } from "./AgeBar";
import { AgeSummary } from "./AgeSummary";
import { ageColumns } from "./ageColumns";
import { type Ages, unknown } from "./ages";

type Row = NonNullable<BalancesOverAccountsQuery["viewer"]>["holding"][number];

// What could not be read is not nothing.
const agesOf = (row: Row): Ages => row.balanceTotals ?? unknown;

// Each account whose Payments & Balances one may see, under its own access levels.
export function AccountBalances() {
  const [{ data, error }, again] = useQuery({ query: BalancesOverAccountsDocument, requestPolicy: "cache-and-network" });
  useLiveEverywhere(["PAYMENTS"], () => again({ requestPolicy: "network-only", background: true }));
  const rows = data?.viewer?.holding;
  if (!rows && error) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!rows) return <Skeleton rows={6} label={t("Loading the balances")} />;
  const known = rows.filter(({ balanceTotals }) => balanceTotals);
  const unseen = rows.flatMap(({ balanceTotals, ...provider }, index) => (balanceTotals ? [] : [{ provider, why: whyMissing(error, "viewer", "holding", index) ?? t("It could not be read.") }]));
  return (
    <>
      <NotSeen all={unseen} />
      <Card title={t("All my accounts")} description={t("Accounts whose Payments & Balances you may see.")}>
        <AgeSummary of={known.length > 0 ? sum(known.map(agesOf)) : unknown} />
      </Card>
      <Card isFlush>
        <DataTable
          caption={t("Balances by account")}
          columns={[
            {
              id: "account",
              header: t("Provider"),
              cell: (row) => (
                <div className="flex flex-col gap-1.5">
                  <RowLink to="/p/$account/payments" params={{ account: row.id }}>
                    <span translate="no">{row.providerName}</span>
                  </RowLink>
                  <AgeBar of={agesOf(row)} />
                </div>
              ),
              isRowHeader: true,
            },
            ...ageColumns<Row>(agesOf),
          ]}
          rows={rows}
          rowKey={({ id }) => id}
        />
      </Card>
    </>
  );
}

function sum(all: readonly Ages[]): Ages {
  const of = (key: keyof Ages) => all.reduce((so, ages) => so + (ages[key] ?? 0), 0);
  return { current: of("current"), over30: of("over30"), over60: of("over60"), over90: of("over90"), total: of("total"), credit: of("credit") };
}
