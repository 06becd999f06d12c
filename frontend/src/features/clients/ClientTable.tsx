import { Archive } from "lucide-react";
import type { ClientOfListFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import type { ShownPages } from "../../graphql/usePages";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { DataTable } from "../../ui/DataTable";
import { LoadMore } from "../../ui/LoadMore";
import type { Column } from "../../ui/column";
import { CannotLoad } from "../shell/CannotLoad";
import { ClientNameLink } from "./ClientNameLink";
import { NoClients, type NoClientsProps } from "./NoClients";

interface Props extends NoClientsProps {
  clients: ShownPages<ClientOfListFragment>;
}

export function ClientTable({ clients, ...none }: Props) {
  const { rows, total, hasMore, isFetching, isFirst, isOld, error, more, retry } = clients;
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  return (
    <div aria-busy={isOld} className={isOld ? "opacity-60" : ""}>
      <DataTable
        caption={t("Clients")}
        columns={columns()}
        rows={rows}
        rowKey={({ id }) => id}
        isLoading={isFirst}
        loadingRows={10}
        empty={<NoClients {...none} />}
        footer={!isFirst && <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={t("clients")} />}
      />
    </div>
  );
}

const columns = (): Column<ClientOfListFragment>[] => [
  { id: "name", header: t("Name"), cell: (client) => <ClientNameLink client={client} />, isRowHeader: true },
  { id: "number", header: t("Number"), cell: ({ number }) => <span translate="no" className="tabular-nums">{number}</span>, width: "6rem" },
  { id: "birthDate", header: t("Date of birth"), cell: ({ birthDate }) => (birthDate ? formatDate(birthDate) : "–"), width: "9rem" },
  { id: "phone", header: t("Phone"), cell: ({ mobilePhone, homePhone }) => <span translate="no" className="tabular-nums">{mobilePhone || homePhone || "–"}</span>, width: "10rem" },
  { id: "status", header: t("Status"), cell: ({ status }) => <ClientStatusBadge status={status} />, width: "7rem" },
];

export function ClientStatusBadge({ status }: Pick<ClientOfListFragment, "status">) {
  if (status === "ARCHIVED") return <Badge icon={Archive}>{t("Archived")}</Badge>;
  return <Badge kind="success">{t("Active")}</Badge>;
}
