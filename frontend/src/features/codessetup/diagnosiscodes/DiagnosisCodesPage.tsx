import { Star } from "lucide-react";
import { AddDiagnosisCodeDocument, DiagnosisCodesDocument, EditDiagnosisCodeDocument } from "../../../gen/documents/features/codessetup/diagnosiscodes/DiagnosisCodes";
import type { DiagnosisCodeInput, DiagnosisEntryFragment } from "../../../gen/types";
import { t } from "../../../text";
import { DescriptionCell } from "../DescriptionCell";
import { FilePage } from "../FilePage";
import { type FileScreen, asked } from "../fileScreen";
import { DiagnosisCodeForm } from "./DiagnosisCodeForm";
import { FavouriteButton } from "./FavouriteButton";
import { type DiagnosisFields, diagnosisInput, diagnosisWords, emptyDiagnosisCode } from "./diagnosisCode";

const screen: FileScreen<DiagnosisEntryFragment, DiagnosisFields, DiagnosisCodeInput> = {
  file: "DIAGNOSIS_CODES",
  texts: () => ({
    title: t("Diagnosis Codes"),
    add: t("Add diagnosis code"),
    empty: t("This account has no diagnosis codes yet"),
    searchFor: t("Search codes and descriptions"),
    noun: t("diagnosis codes"),
    entry: (code) => t("Diagnosis code {code}", { code }),
  }),
  list: asked(DiagnosisCodesDocument, ({ account }) => account?.diagnosisCodes),
  add: asked(AddDiagnosisCodeDocument, ({ addDiagnosisCode }) => addDiagnosisCode?.diagnosisCode),
  edit: asked(EditDiagnosisCodeDocument, ({ editDiagnosisCode }) => editDiagnosisCode?.diagnosisCode),
  empty: emptyDiagnosisCode,
  input: diagnosisInput,
  words: diagnosisWords,
  nameOf: ({ code }) => code,
  columns: () => [
    { id: "code", header: t("Code"), cell: (row) => <Code row={row} />, width: "9rem", isRowHeader: true },
    { id: "description", header: t("Description"), cell: ({ description, provenance }) => <DescriptionCell text={description} provenance={provenance} /> },
    { id: "codeSet", header: t("Code set"), cell: ({ codeSet }) => <span translate="no" className="whitespace-nowrap">{codeSet}</span>, width: "7rem", hideOnPhone: true },
  ],
  Form: DiagnosisCodeForm,
  RowActions: ({ row, whyNot, change }) => (
    <FavouriteButton name={row.code ?? ""} isFavourite={row.favourite === true} whyNot={whyNot} onChange={(favourite) => change({ favourite })} />
  ),
};

export const DiagnosisCodesPage = () => <FilePage screen={screen} />;

function Code({ row }: { row: DiagnosisEntryFragment }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span translate="no" className="font-mono">{row.code}</span>
      {row.favourite && <Star role="img" aria-label={t("Favourite")} size={14} className="shrink-0 fill-current text-warning-ink" />}
    </span>
  );
}
