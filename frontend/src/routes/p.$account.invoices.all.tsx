import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { InvoiceListPage } from "../features/invoices/InvoiceListPage";
import { invoiceListSearch } from "../features/invoices/invoiceSearch";

export const Route = createFileRoute("/p/$account/invoices/all")({
  validateSearch: invoiceListSearch,
  search: { middlewares: [stripSearchParams({ kind: "ALL", status: "ALL" })] },
  component: InvoiceListPage,
});
