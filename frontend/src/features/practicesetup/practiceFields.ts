import type { PracticeDataFragment } from "../../gen/types";
import { t } from "../../text";
import type { Saved } from "../editing/draft";
import { fieldsOf } from "../editing/fieldsOf";

const empty = { practiceName: "", providerName: "", email: "", timeZone: "" };
export type PracticeFields = typeof empty;
export const practiceFieldNames = Object.keys(empty) as (keyof PracticeFields)[];

export const savedPractice = (account: PracticeDataFragment): Saved<PracticeFields> => ({ version: account.version ?? 0, fields: fieldsOf(empty, account) });

export const practiceLabels = (): Record<keyof PracticeFields, string> => ({
  practiceName: t("Practice name"),
  providerName: t("Provider's name"),
  email: t("E-mail address"),
  timeZone: t("Time zone"),
});
