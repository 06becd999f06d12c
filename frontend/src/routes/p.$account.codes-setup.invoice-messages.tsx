import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";
import { InvoiceMessagesPage } from "../features/codessetup/invoicemessages/InvoiceMessagesPage";

export const Route = createFileRoute("/p/$account/codes-setup/invoice-messages")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: InvoiceMessagesPage,
});
