import { Users } from "lucide-react";
import { ClientListReportDocument, ExportClientListDocument } from "../../gen/documents/features/reports/Reports";
import type { ClientListReportQuery } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { usePages } from "../../graphql/usePages";
import { t } from "../../text";
import { dayIn } from "../../text/dayIn";
import { formatDate } from "../../text/format";
import { Card } from "../../ui/Card";
import type { Column } from "../../ui/column";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { LoadMore } from "../../ui/LoadMore";
import { CannotLoad } from "../shell/CannotLoad";
import { useAccount } from "../shell/viewer";
import { ClientListFile } from "./ClientListFile";
import { LeaveButtons } from "./LeaveButtons";
import type { ReportProps } from "./shown";

type Row = NonNullable<NonNullable<NonNullable<ClientListReportQuery["account"]>["clientList"]>["nodes"]>[number];

export function ClientListReport({ print }: ReportProps) {
  const { id: account, timeZone } = useAccount();
  const { rows, total, hasMore, isFetching, isFirst, error, more, retry } = usePages(ClientListReportDocument, { account }, (found) => found.account?.clientList);
  const today = dayIn(timeZone);
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  const leave = (
    <>
      <ClientListFile />
      <LeaveButtons
        uses={["PAPER"]}
        document={ExportClientListDocument}
        variables={{ account }}
        fileOf={(found) => found.exportClientList}
        fileName={`clients-${today}`}
        title={t("Client list")}
        about={formatDate(today)}
        print={print}
      />
    </>
  );
  return (
    <Card title={t("Client list")} description={t("All clients, archived ones too. The export also has their addresses.")} actions={leave} isFlush>
      <DataTable
        caption={t("Client list")}
        columns={columns()}
        rows={rows}
        rowKey={({ id }) => id}
        isLoading={isFirst}
        loadingRows={10}
        empty={<EmptyState icon={Users} title={t("This account has no clients yet")} />}
        footer={!isFirst && <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={t("clients")} />}
      />
    </Card>
  );
}

const columns = (): Column<Row>[] => [
  { id: "name", header: t("Name"), cell: ({ firstName, lastName }) => <span translate="no">{[lastName, firstName].filter(Boolean).join(", ")}</span>, isRowHeader: true },
  { id: "number", header: t("Number"), cell: ({ number }) => <span translate="no" className="tabular-nums">{number}</span>, width: "5rem" },
  { id: "birthDate", header: t("Date of birth"), cell: ({ birthDate }) => (birthDate ? formatDate(birthDate) : "–"), width: "8rem" },
  { id: "phone", header: t("Phone"), cell: ({ mobilePhone, homePhone }) => <span translate="no" className="tabular-nums">{mobilePhone || homePhone || "–"}</span>, width: "9rem" },
  { id: "email", header: t("E-mail"), cell: ({ email }) => <span translate="no" className="wrap-anywhere">{email || "–"}</span> },
  { id: "city", header: t("City"), cell: ({ city, state }) => <span translate="no">{[city, state].filter(Boolean).join(", ") || "–"}</span> },
  { id: "status", header: t("Status"), cell: ({ status }) => (status === "ARCHIVED" ? t("Archived") : t("Active")), width: "6rem" },
];
