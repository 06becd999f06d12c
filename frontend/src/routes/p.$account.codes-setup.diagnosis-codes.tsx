import { createFileRoute } from "@tanstack/react-router";
import { DiagnosisCodesPage } from "../features/codessetup/DiagnosisCodesPage";
import { fileSearch } from "../features/codessetup/fileSearch";

export const Route = createFileRoute("/p/$account/codes-setup/diagnosis-codes")({ validateSearch: fileSearch, component: DiagnosisCodesPage });
