import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { PayersPage } from "../features/codessetup/PayersPage";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";

export const Route = createFileRoute("/p/$account/codes-setup/payers")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: PayersPage,
});
