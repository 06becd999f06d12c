import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
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
import { InvoicesHeader } from "./InvoicesHeader";
import { InvoiceTable } from "./InvoiceTable";
import { asked, kindFilters, statusFilters } from "./invoiceFilters";
import type { KindFilter, StatusFilter } from "./invoiceSearch";

export function InvoiceListPage() {
  const { id: account, mayView } = useAccount();
  const { kind, status } = useSearch({ from: "/p/$account/invoices/all" });
  // The browser keeps addresses in its history: no client stands in one.
  const [client, setClient] = useState("");
  const names = useClientNames(InvoicedClientsDocument, []);
  const navigate = useNavigate();
  const invoices = usePages(InvoiceListDocument, { account, withPayer: mayView("INSURANCE"), ...asked(kind, status), client: client || null }, (data) => data.account?.invoices);
  useLive("INVOICES", invoices.refresh);
  useTitle(t("Invoices & Claims"));

  const filter = (change: { kind?: KindFilter; status?: StatusFilter }) =>
    void navigate({ to: "/p/$account/invoices/all", params: { account }, search: { kind, status, ...change }, replace: true });
  const clear = () => {
    setClient("");
    filter({ kind: "ALL", status: "ALL" });
  };
  const isFiltered = kind !== "ALL" || status !== "ALL" || client !== "";
  return (
    <>
      <InvoicesHeader />
      <div className="flex flex-wrap items-end gap-3" role="search" aria-label={t("Invoices")}>
        <Select label={t("Kind")} options={kindFilters()} value={kind} onChange={(chosen) => filter({ kind: chosen })} className="w-44 phone:w-full" />
        <Select label={t("Status")} options={statusFilters()} value={status} onChange={(chosen) => filter({ status: chosen })} className="w-44 phone:w-full" />
        <ClientPicker names={names} value={client} onChange={setClient} className="w-60 phone:w-full" />
        {isFiltered && <Button onPress={clear}>{t("Clear filters")}</Button>}
      </div>
      <Card isFlush>
        <InvoiceTable invoices={invoices} isFiltered={isFiltered} onClear={clear} />
      </Card>
    </>
  );
}
