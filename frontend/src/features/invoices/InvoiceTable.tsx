import { ReceiptText } from "lucide-react";
import type { InvoiceOfListFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import type { ShownPages } from "../../graphql/usePages";
import { t } from "../../text";
import { formatDate, formatMoney } from "../../text/format";
import { Button } from "../../ui/Button";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { LoadMore } from "../../ui/LoadMore";
import type { Column } from "../../ui/column";
import { RowLink } from "../../ui/RowLink";
import { CannotLoad } from "../shell/CannotLoad";
import { useAccount } from "../shell/viewer";
import { invoiceTitle } from "./invoiceWords";
import { StatusBadge } from "./StatusBadge";

interface Props {
  invoices: ShownPages<InvoiceOfListFragment>;
  isFiltered: boolean;
  onClear: () => void;
}

export function InvoiceTable({ invoices, isFiltered, onClear }: Props) {
  const { rows, total, hasMore, isFetching, isFirst, isOld, error, more, retry } = invoices;
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  return (
    <div aria-busy={isOld} className={isOld ? "opacity-60" : ""}>
      <DataTable
        caption={t("Invoices and claims")}
        columns={invoiceColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        isLoading={isFirst}
        loadingRows={10}
        empty={<NoInvoices isFiltered={isFiltered} onClear={onClear} />}
        footer={!isFirst && <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={t("invoices and claims")} />}
      />
    </div>
  );
}

export const invoiceColumns = (): Column<InvoiceOfListFragment>[] => [
  { id: "number", header: t("Number"), cell: (invoice) => <InvoiceLink invoice={invoice} />, isRowHeader: true, width: "9rem" },
  { id: "client", header: t("Client"), cell: ({ client }) => <span translate="no">{client?.displayName}</span> },
  { id: "payer", header: t("Billed to"), cell: ({ kind, payerName }) => (kind === "INVOICE" ? t("The client") : payerName == null ? t("The insurance") : <span translate="no">{payerName}</span>) },
  { id: "date", header: t("Date"), cell: ({ invoiceDate }) => formatDate(invoiceDate ?? ""), width: "8rem" },
  { id: "total", header: t("Total"), cell: ({ total }) => formatMoney(total ?? 0), align: "right", width: "7rem" },
  { id: "status", header: t("Status"), cell: (invoice) => <StatusBadge invoice={invoice} />, width: "10rem" },
];

function InvoiceLink({ invoice: { id, number, kind } }: { invoice: InvoiceOfListFragment }) {
  const account = useAccount();
  return (
    <RowLink to="/p/$account/invoices/$invoice" params={{ account: account.id, invoice: id }}>
      {invoiceTitle(number, kind)}
    </RowLink>
  );
}

function NoInvoices({ isFiltered, onClear }: Omit<Props, "invoices">) {
  const { id: account } = useAccount();
  if (isFiltered) return <EmptyState icon={ReceiptText} title={t("Nothing fits these filters")} action={<Button onPress={onClear}>{t("Clear filters")}</Button>} />;
  return (
    <EmptyState icon={ReceiptText} title={t("There are no invoices yet")} action={<LinkButton to="/p/$account/invoices" params={{ account }}>{t("See what can be invoiced")}</LinkButton>}>
      {t("They are generated of open client sessions.")}
    </EmptyState>
  );
}
