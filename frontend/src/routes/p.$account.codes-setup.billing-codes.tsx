import { createFileRoute } from "@tanstack/react-router";
import { BillingCodesPage } from "../features/codessetup/BillingCodesPage";
import { fileSearch } from "../features/codessetup/fileSearch";

export const Route = createFileRoute("/p/$account/codes-setup/billing-codes")({ validateSearch: fileSearch, component: BillingCodesPage });
