import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";
import { ReferringProvidersPage } from "../features/codessetup/referringproviders/ReferringProvidersPage";

export const Route = createFileRoute("/p/$account/codes-setup/referring-providers")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: ReferringProvidersPage,
});
