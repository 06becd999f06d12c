import type { DiagnosisCodeInput, DiagnosisEntryFragment } from "../../gen/types";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import type { Saved } from "../editing/draft";
import { fieldsOf } from "../editing/fieldsOf";
import type { Words } from "./words";

export const emptyDiagnosisCode = { code: "", codeSet: "ICD-10-CM", description: "", effectiveFrom: "", effectiveTo: "", active: true, favourite: false };
export type DiagnosisFields = typeof emptyDiagnosisCode;

export const savedDiagnosisCode = (row: DiagnosisEntryFragment): Saved<DiagnosisFields> => ({ version: row.version ?? 0, fields: fieldsOf(emptyDiagnosisCode, row) });

export const diagnosisInput = (fields: DiagnosisFields): DiagnosisCodeInput => ({ ...fields, effectiveFrom: fields.effectiveFrom || null, effectiveTo: fields.effectiveTo || null });

export const diagnosisWords = (): Words<DiagnosisFields> => ({
  labels: {
    code: t("Code"),
    codeSet: t("Code set"),
    description: t("Description"),
    effectiveFrom: t("First day"),
    effectiveTo: t("Last day"),
    active: t("Active"),
    favourite: t("Favourite"),
  },
  show: (field, fields) => {
    switch (field) {
      case "effectiveFrom":
      case "effectiveTo":
        return fields[field] ? formatDate(fields[field]) : null;
      case "active":
      case "favourite":
        return fields[field] ? t("Yes") : t("No");
      default:
        return fields[field] || null;
    }
  },
});
