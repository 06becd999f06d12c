import { t } from "../../text";

// What is owed by its age, in cents; a field that may not be read is null.
export interface Ages {
  current: number | null;
  over30: number | null;
  over60: number | null;
  over90: number | null;
  total: number | null;
  credit: number | null;
}

// What stands before the sums are known.
export const unknown: Ages = { current: null, over30: null, over60: null, over90: null, total: null, credit: null };

export type Age = "current" | "over30" | "over60" | "over90";

export const ages = (): { age: Age; label: string; fill: string }[] => [
  { age: "current", label: t("0–29 days"), fill: "fill-success-ink" },
  { age: "over30", label: t("30–59 days"), fill: "fill-info-ink" },
  { age: "over60", label: t("60–89 days"), fill: "fill-warning-ink" },
  { age: "over90", label: t("90 days and more"), fill: "fill-danger-ink" },
];
