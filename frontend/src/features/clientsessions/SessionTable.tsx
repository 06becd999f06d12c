import { MessagesSquare, Plus, SearchX, TriangleAlert } from "lucide-react";
import type { SessionOfListFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import type { ShownPages } from "../../graphql/usePages";
import { t } from "../../text";
import { formatDate, formatMoney } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { LoadMore } from "../../ui/LoadMore";
import { RowLink } from "../../ui/RowLink";
import type { Column } from "../../ui/column";
import { CannotLoad } from "../shell/CannotLoad";
import { useAccount } from "../shell/viewer";
import { StatusBadge } from "./StatusBadge";
import { billToText } from "./sessionFields";

interface Props {
  sessions: ShownPages<SessionOfListFragment>;
  isFiltered: boolean;
  onClear: () => void;
  onAdd: () => void;
  whyNotAdd: string | undefined;
}

export function SessionTable({ sessions, ...none }: Props) {
  const { rows, total, hasMore, isFetching, isFirst, isOld, error, more, retry } = sessions;
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  return (
    <div aria-busy={isOld} className={isOld ? "opacity-60" : ""}>
      <DataTable
        caption={t("Client Sessions")}
        columns={columns()}
        rows={rows}
        rowKey={({ id }) => id}
        isLoading={isFirst}
        loadingRows={10}
        empty={<NoSessions {...none} />}
        footer={!isFirst && <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={t("sessions")} />}
      />
    </div>
  );
}

const columns = (): Column<SessionOfListFragment>[] => [
  { id: "date", header: t("Date"), cell: (session) => <SessionLink session={session} />, width: "8rem" },
  { id: "client", header: t("Client"), cell: ({ client }) => <span translate="no">{client?.displayName}</span>, isRowHeader: true },
  { id: "code", header: t("Code"), cell: ({ billingCode }) => <span translate="no" className="font-mono">{billingCode}</span>, width: "6rem" },
  { id: "diagnoses", header: t("Diagnoses"), cell: ({ diagnosisCodes }) => <span translate="no">{diagnosisCodes?.join(", ") || "–"}</span> },
  { id: "billTo", header: t("Bill to"), cell: ({ billTo }) => billToText(billTo), width: "6.5rem" },
  { id: "charge", header: t("Charge"), cell: ({ charge }) => formatMoney(charge ?? 0), align: "right", width: "7rem" },
  { id: "paid", header: t("Paid"), cell: ({ paidAtSession }) => formatMoney(paidAtSession ?? 0), align: "right", width: "7rem" },
  { id: "status", header: t("Status"), cell: (session) => <Status session={session} />, width: "11rem" },
];

function SessionLink({ session }: { session: SessionOfListFragment }) {
  const account = useAccount();
  return (
    <RowLink to="/p/$account/client-sessions/$session" params={{ account: account.id, session: session.id }}>
      {formatDate(session.serviceDate ?? "")}
    </RowLink>
  );
}

function Status({ session }: { session: SessionOfListFragment }) {
  return (
    <span className="flex flex-wrap gap-1">
      <StatusBadge status={session.status} />
      {session.beyondAuthorization && (
        <Badge kind="warning" icon={TriangleAlert}>
          {t("Not authorized")}
        </Badge>
      )}
    </span>
  );
}

function NoSessions({ isFiltered, onClear, onAdd, whyNotAdd }: Omit<Props, "sessions">) {
  if (isFiltered) {
    return (
      <EmptyState icon={SearchX} title={t("No session is found by that")} action={<Button onPress={onClear}>{t("Show all sessions")}</Button>}>
        {t("Choose other days, another status or another client.")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={MessagesSquare}
      title={t("There are no client sessions yet")}
      action={
        <Button icon={Plus} whyDisabled={whyNotAdd} onPress={onAdd}>
          {t("Add session")}
        </Button>
      }
    >
      {t("A session is what is billed: a client, a day, a billing code and a diagnosis.")}
    </EmptyState>
  );
}
