import { createFileRoute } from "@tanstack/react-router";
import { PayersPage } from "../features/codessetup/PayersPage";
import { fileSearch } from "../features/codessetup/fileSearch";

export const Route = createFileRoute("/p/$account/codes-setup/payers")({ validateSearch: fileSearch, component: PayersPage });
