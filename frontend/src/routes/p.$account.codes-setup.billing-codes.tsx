import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { BillingCodesPage } from "../features/codessetup/BillingCodesPage";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";

export const Route = createFileRoute("/p/$account/codes-setup/billing-codes")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: BillingCodesPage,
});
