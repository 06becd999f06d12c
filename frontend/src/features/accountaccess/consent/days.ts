import { parseAbsolute, parseDate, toCalendarDate, toZoned } from "@internationalized/date";
import { lastDayBefore, momentAfter } from "../privileges/untilDate";
import type { Days } from "./DaysFields";

// What the days of a link are as moments, in the zone of the account.
export const windowOf = ({ first, last }: Days, zone: string) => ({
  validFrom: first ? toZoned(parseDate(first), zone).toDate().toISOString() : null,
  validUntil: last ? momentAfter(last, zone) : null,
});

interface Window {
  validFrom: string | null;
  validUntil: string | null;
}

export const daysOf = ({ validFrom, validUntil }: Window, zone: string): Days => ({
  first: validFrom ? toCalendarDate(parseAbsolute(validFrom, zone)).toString() : "",
  last: validUntil ? lastDayBefore(validUntil, zone) : "",
});
