import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";
import { PaymentTypesPage } from "../features/codessetup/paymenttypes/PaymentTypesPage";

export const Route = createFileRoute("/p/$account/codes-setup/payment-types")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: PaymentTypesPage,
});
