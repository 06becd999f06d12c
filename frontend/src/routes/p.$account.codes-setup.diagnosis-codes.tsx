import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { DiagnosisCodesPage } from "../features/codessetup/DiagnosisCodesPage";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";

export const Route = createFileRoute("/p/$account/codes-setup/diagnosis-codes")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: DiagnosisCodesPage,
});
