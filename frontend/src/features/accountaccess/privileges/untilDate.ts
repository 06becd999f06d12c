import { parseAbsolute, parseDate, toCalendarDate, toZoned } from "@internationalized/date";

// The last day on which something holds, in the account's time zone, and the moment at which that
// day is over.
export function momentAfter(day: string, zone: string): string {
  return toZoned(parseDate(day).add({ days: 1 }), zone).toDate().toISOString();
}

export function lastDayBefore(moment: string, zone: string): string {
  const last = new Date(Date.parse(moment) - 1).toISOString();
  return toCalendarDate(parseAbsolute(last, zone)).toString();
}
