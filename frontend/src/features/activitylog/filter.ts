import { type CalendarDate, parseDate } from "@internationalized/date";
import type { ActivityFilter } from "../../gen/types";
import type { Zone } from "../../text/format";
import type { LogSearch } from "./search";

// The filter as the server knows it. A day begins and ends where the times are shown: in the
// account's zone, or in UTC. Until is the last day that counts. The router hands on what else stands
// in the address, and the server refuses what it does not know.
export function filterOf({ text, username, section, action, outcome, code, matter, client, token, emergency, from, until, utc }: LogSearch, zone: Zone): ActivityFilter {
  const days = utc ? "UTC" : zone;
  return {
    text,
    username,
    section,
    action,
    outcome,
    code,
    matter,
    client,
    token,
    emergency,
    ...(from && { from: startOf(parseDate(from), days) }),
    ...(until && { until: startOf(parseDate(until).add({ days: 1 }), days) }),
  };
}

const startOf = (date: CalendarDate, zone: Zone): string => date.toDate(zone).toISOString();
