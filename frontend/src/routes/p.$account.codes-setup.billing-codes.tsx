import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";
import { BillingCodesPage } from "../features/codessetup/billingcodes/BillingCodesPage";

export const Route = createFileRoute("/p/$account/codes-setup/billing-codes")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: BillingCodesPage,
});
