import { type CalendarDate, today } from "@internationalized/date";
import { t } from "../../../text";
import type { Zone } from "../../../text/format";
import type { Option } from "../../../ui/option";
import type { PeriodName } from "./openedSearch";

export const periodOptions = (): Option<PeriodName>[] => [
  { value: "MONTH", label: t("Past 30 days") },
  { value: "YEAR", label: t("Past year") },
  { value: "SIX_YEARS", label: t("Past six years") },
  { value: "ALL", label: t("The whole log") },
];

// The day a period begins with, where the account is; nothing for one that has no beginning.
export function firstDay(period: PeriodName, zone: Zone, now = today(zone)): CalendarDate | null {
  switch (period) {
    case "ALL":
      return null;
    case "MONTH":
      return now.subtract({ days: 30 });
    case "YEAR":
      return now.subtract({ years: 1 });
    case "SIX_YEARS":
      return now.subtract({ years: 6 });
  }
}
