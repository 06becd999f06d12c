import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";
import { ServiceCodesPage } from "../features/codessetup/servicecodes/ServiceCodesPage";

export const Route = createFileRoute("/p/$account/codes-setup/service-codes")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: ServiceCodesPage,
});
