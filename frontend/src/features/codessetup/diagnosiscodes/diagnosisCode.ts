import type { DiagnosisCodeInput } from "../../../gen/types";
import { t } from "../../../text";
import { formatDate } from "../../../text/format";
import { wordsOf } from "../words";

export const emptyDiagnosisCode = { code: "", codeSet: "ICD-10-CM", description: "", effectiveFrom: "", effectiveTo: "", active: true, favourite: false };
export type DiagnosisFields = typeof emptyDiagnosisCode;

export const diagnosisInput = (fields: DiagnosisFields): DiagnosisCodeInput => ({ ...fields, effectiveFrom: fields.effectiveFrom || null, effectiveTo: fields.effectiveTo || null });

const day = (date: string) => (date ? formatDate(date) : null);

export const diagnosisWords = () =>
  wordsOf<DiagnosisFields>(
    {
      code: t("Code"),
      codeSet: t("Code set"),
      description: t("Description"),
      effectiveFrom: t("First day"),
      effectiveTo: t("Last day"),
      active: t("Active"),
      favourite: t("Favourite"),
    },
    { effectiveFrom: day, effectiveTo: day },
  );
