import { useNavigate, useSearch } from "@tanstack/react-router";
import { InvoicedClientsDocument, InvoiceListDocument } from "../../gen/documents/features/invoices/Invoices";
import { usePages } from "../../graphql/usePages";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Select } from "../../ui/Select";
import { ClientPicker } from "../clientnames/ClientPicker";
import { useClientNames } from "../clientnames/useClientNames";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { BatchChip } from "./BatchChip";
import { InvoicesHeader } from "./InvoicesHeader";
import { InvoiceTable } from "./InvoiceTable";
import { asked, kindFilters, statusFilters } from "./invoiceFilters";
import type { KindFilter, StatusFilter } from "./invoiceSearch";

export function InvoiceListPage() {
  const { id: account, mayView } = useAccount();
  const { batch, client, kind, status } = useSearch({ from: "/p/$account/invoices/all" });
  const navigate = useNavigate();
  const invoices = usePages(InvoiceListDocument, { account, withPayer: mayView("INSURANCE"), ...asked(kind, status), client: client ?? null, batch: batch ?? null }, (data) => data.account?.invoices);
  const names = useClientNames(InvoicedClientsDocument, invoices.rows.flatMap((row) => row.client ?? []), client);
  useLive("INVOICES", invoices.refresh);
  useTitle(t("Invoices & Claims"));

  const filter = (change: { batch?: undefined; client?: string | undefined; kind?: KindFilter; status?: StatusFilter }) =>
    void navigate({ to: "/p/$account/invoices/all", params: { account }, search: { batch, client, kind, status, ...change }, replace: true });
  const clear = () => {
    filter({ batch: undefined, client: undefined, kind: "ALL", status: "ALL" });
  };
  const isFiltered = kind !== "ALL" || status !== "ALL" || client !== undefined || batch !== undefined;
  return (
    <>
      <InvoicesHeader />
      <div className="flex flex-wrap items-end gap-3" role="search" aria-label={t("Invoices")}>
        <Select label={t("Kind")} options={kindFilters()} value={kind} onChange={(chosen) => filter({ kind: chosen })} className="w-44 phone:w-full" />
        <Select label={t("Status")} options={statusFilters()} value={status} onChange={(chosen) => filter({ status: chosen })} className="w-44 phone:w-full" />
        <ClientPicker names={names} value={client ?? ""} onChange={(id) => filter({ client: id })} onClear={() => filter({ client: undefined })} className="w-60 phone:w-full" />
        {batch && <BatchChip of={invoices.rows[0]} onRemove={() => filter({ batch: undefined })} />}
        {isFiltered && <Button onPress={clear}>{t("Clear filters")}</Button>}
      </div>
      <Card isFlush>
        <InvoiceTable invoices={invoices} isFiltered={isFiltered} onClear={clear} />
      </Card>
    </>
  );
}
