import { CircleCheck, FileClock, SearchX } from "lucide-react";
import { problemsOf } from "../../graphql/problem";
import type { ShownPages } from "../../graphql/usePages";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { Button } from "../../ui/Button";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { LoadMore } from "../../ui/LoadMore";
import { RowLink } from "../../ui/RowLink";
import type { Column } from "../../ui/column";
import { CannotLoad } from "../shell/CannotLoad";
import { useAccount } from "../shell/viewer";
import { dayIn } from "../../text/dayIn";
import { StandingBadge } from "./StandingBadge";
import { UsedBar } from "./UsedBar";
import { type Authorization, standingOf } from "./authorization";
import type { Filter } from "./filter";

interface NoneProps {
  show: Filter;
  search: string;
  onAll: () => void;
  onClear: () => void;
}

export function AuthorizationTable({ rows: pages, ...none }: NoneProps & { rows: ShownPages<Authorization> }) {
  const { rows, total, hasMore, isFetching, isFirst, isOld, error, more, retry } = pages;
  const { timeZone } = useAccount();
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  return (
    <div aria-busy={isOld} className={isOld ? "opacity-60" : ""}>
      <DataTable
        caption={t("Authorizations")}
        columns={columns(dayIn(timeZone))}
        rows={rows}
        rowKey={({ id }) => id}
        isLoading={isFirst}
        empty={<NoAuthorizations {...none} />}
        footer={!isFirst && <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={t("authorizations")} />}
      />
    </div>
  );
}

const columns = (today: string): Column<Authorization>[] => [
  { id: "client", header: t("Client"), cell: (row) => <ClientLink row={row} />, isRowHeader: true },
  { id: "number", header: t("Number"), cell: ({ number }) => <span translate="no" className="font-mono">{number}</span>, width: "10rem" },
  { id: "days", header: t("From and until"), cell: ({ fromDate, untilDate }) => t("{from} to {until}", { from: formatDate(fromDate ?? ""), until: formatDate(untilDate ?? "") }), width: "15rem" },
  { id: "used", header: t("Sessions"), cell: (row) => <UsedBar row={row} isLow={["RUNNING_OUT", "USED_UP"].includes(standingOf(row, today))} />, width: "18rem" },
  { id: "standing", header: t("Status"), cell: (row) => <StandingBadge standing={standingOf(row, today)} />, width: "9rem" },
];

function ClientLink({ row }: { row: Authorization }) {
  const account = useAccount();
  return (
    <span translate="no">
      <RowLink to="/p/$account/insurance/$client" params={{ account: account.id, client: row.client?.id ?? "" }}>
        {row.client?.displayName}
      </RowLink>
    </span>
  );
}

function NoAuthorizations({ show, search, onAll, onClear }: NoneProps) {
  if (search) return <EmptyState icon={SearchX} title={t("No authorization is found by that")} action={<Button onPress={onClear}>{t("Clear search")}</Button>} />;
  const all = <Button onPress={onAll}>{t("Show all authorizations")}</Button>;
  if (show === "RUNNING_OUT") return <EmptyState icon={CircleCheck} title={t("Nothing is running out")} action={all}>{t("No active authorization ends within 30 days, and each has more than two sessions left.")}</EmptyState>;
  return (
    <EmptyState icon={FileClock} title={t("There are no authorizations")} action={show === "ACTIVE" && all}>
      {t("Choose a client above to add one.")}
    </EmptyState>
  );
}
