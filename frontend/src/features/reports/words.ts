import type { Section } from "../../gen/types";
import { t } from "../../text";
import type { Option } from "../../ui/option";
import type { Length, Preset, ReportName } from "./reportSearch";

export const reportTitle = (report: ReportName): string =>
  ({ income: t("Income"), sessions: t("Sessions by code"), ageing: t("Balances by age"), clients: t("Client list") })[report];

// The section whose records a report sums: it is needed besides Reports & Exports.
export const sources = { income: "PAYMENTS", sessions: "CLIENT_SESSIONS", ageing: "PAYMENTS", clients: "CLIENTS" } as const satisfies Record<ReportName, Section>;

export const presetOptions = (): Option<Preset>[] => [
  { value: "THIS_MONTH", label: t("This month") },
  { value: "LAST_MONTH", label: t("Last month") },
  { value: "THIS_QUARTER", label: t("This quarter") },
  { value: "LAST_QUARTER", label: t("Last quarter") },
  { value: "THIS_YEAR", label: t("This year") },
  { value: "LAST_YEAR", label: t("Last year") },
  { value: "LAST_12_MONTHS", label: t("The last 12 months") },
  { value: "CUSTOM", label: t("Other days") },
];

export const lengthOptions = (): Option<Length>[] => [
  { value: "MONTH", label: t("Month") },
  { value: "QUARTER", label: t("Quarter") },
  { value: "YEAR", label: t("Year") },
];
