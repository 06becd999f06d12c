import { t } from "../../../text";
import { formatDate } from "../../../text/format";
import { hasEnded } from "./hasEnded";
import { lastDayBefore } from "./untilDate";

const day = 86_400_000;
const soon = 14;

// What a row says of an access that ends soon, or has ended; nothing: it does not end soon.
export function endWords(until: string | null, zone: string, now = Date.now()): string | undefined {
  if (!until) return undefined;
  if (hasEnded(until, now)) return t("access has ended");
  const last = lastDayBefore(until, zone);
  const today = lastDayBefore(new Date(now + 1).toISOString(), zone);
  const left = Math.round((Date.parse(last) - Date.parse(today)) / day);
  if (left === 0) return t("ends today");
  if (left === 1) return t("ends tomorrow");
  return left <= soon ? t("ends {day}", { day: formatDate(last) }) : undefined;
}
