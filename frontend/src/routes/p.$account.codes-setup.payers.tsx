import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";
import { PayersPage } from "../features/codessetup/payers/PayersPage";

export const Route = createFileRoute("/p/$account/codes-setup/payers")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: PayersPage,
});
