import { useNavigate, useSearch } from "@tanstack/react-router";
import { Scale } from "lucide-react";
import { useQuery } from "urql";
import { BalanceTotalsDocument, BalancesDueDocument } from "../../gen/documents/features/payments/Balances";
import type { ShownBalanceFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { usePages } from "../../graphql/usePages";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import type { Column } from "../../ui/column";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { LoadMore } from "../../ui/LoadMore";
import { RowLink } from "../../ui/RowLink";
import { CannotLoad } from "../shell/CannotLoad";
import { useAccount } from "../shell/viewer";
import { AgeSummary } from "./AgeSummary";
import { ageColumns } from "./ageColumns";
import { unknown } from "./ages";
import type { Order } from "./balancesSearch";

export function ClientBalances() {
  const { id: account } = useAccount();
  const { order } = useSearch({ from: "/p/$account/payments/" });
  const navigate = useNavigate();
  const [{ data }, again] = useQuery({ query: BalanceTotalsDocument, variables: { account }, requestPolicy: "cache-and-network" });
  const { rows, total, hasMore, isFetching, isFirst, isOld, error, more, retry, refresh } = usePages(BalancesDueDocument, { account, order }, (found) => found.account?.balancesDue);
  useLive("PAYMENTS", () => {
    refresh();
    again({ requestPolicy: "network-only", background: true });
  });
  const sort = (chosen: Order) => void navigate({ to: "/p/$account/payments", params: { account }, search: { order: chosen }, replace: true });
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  return (
    <>
      <Card title={t("All clients")}>
        <AgeSummary of={data?.account?.balanceTotals ?? unknown} />
      </Card>
      <Card isFlush>
        <div aria-busy={isOld} className={isOld ? "opacity-60" : ""}>
          <DataTable
            caption={t("Balances by client")}
            columns={columns(account, order, sort)}
            rows={rows}
            rowKey={({ client }) => client?.id ?? ""}
            isLoading={isFirst}
            loadingRows={10}
            empty={<EmptyState icon={Scale} title={t("Nobody owes anything")}>{t("What client sessions charge stands here until it is paid, from the day of the session on.")}</EmptyState>}
            footer={!isFirst && <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={t("clients")} />}
          />
        </div>
      </Card>
    </>
  );
}

function columns(account: string, order: Order, sort: (by: Order) => void): Column<ShownBalanceFragment>[] {
  const name: Column<ShownBalanceFragment> = {
    id: "client",
    header: t("Client"),
    cell: ({ client }) => client && (
      <RowLink to="/p/$account/payments/$client" params={{ account, client: client.id }}>
        <span translate="no">{client.displayName}</span>
      </RowLink>
    ),
    isRowHeader: true,
    sort: order === "NAME" ? "ascending" : "none",
    onSort: () => sort("NAME"),
  };
  const byAge = ageColumns<ShownBalanceFragment>((row) => row);
  return [name, ...byAge.map((column) => (column.id === "total" ? { ...column, sort: order === "TOTAL" ? ("descending" as const) : ("none" as const), onSort: () => sort("TOTAL") } : column))];
}
