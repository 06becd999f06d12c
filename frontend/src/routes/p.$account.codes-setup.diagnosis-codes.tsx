import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";
import { DiagnosisCodesPage } from "../features/codessetup/diagnosiscodes/DiagnosisCodesPage";

export const Route = createFileRoute("/p/$account/codes-setup/diagnosis-codes")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: DiagnosisCodesPage,
});
