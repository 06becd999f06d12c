import { type CalendarDate, parseDate } from "@internationalized/date";
import type { ActivityFilter } from "../../gen/types";
import type { Zone } from "../../text/format";
import type { LogSearch } from "./search";

// The filter as the server knows it. A day begins and ends where the times are shown: in the
// account's zone, or in UTC. Until is the last day that counts.
export function filterOf({ event: _event, utc, from, until, ...plain }: LogSearch, zone: Zone): ActivityFilter {
  const days = utc ? "UTC" : zone;
  return {
    ...plain,
    ...(from && { from: startOf(parseDate(from), days) }),
    ...(until && { until: startOf(parseDate(until).add({ days: 1 }), days) }),
  };
}

const startOf = (date: CalendarDate, zone: Zone): string => date.toDate(zone).toISOString();
