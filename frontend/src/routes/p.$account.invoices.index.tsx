import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { toInvoiceSearch } from "../features/invoices/invoiceSearch";
import { ToInvoicePage } from "../features/invoices/ToInvoicePage";

export const Route = createFileRoute("/p/$account/invoices/")({
  validateSearch: toInvoiceSearch,
  search: { middlewares: [stripSearchParams({ kind: "INVOICE", from: "", until: "" })] },
  component: ToInvoicePage,
});
