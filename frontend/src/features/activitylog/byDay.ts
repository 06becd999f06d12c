import type { Zone } from "../../text/format";
import type { Entry } from "./entry";
import { dayOf } from "./moment";

export interface Day {
  day: string;
  entries: Entry[];
}

// The entries are in order, so each day is a run of them.
export function byDay(entries: readonly Entry[], zone: Zone): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const day = entry.occurredAt ? dayOf(entry.occurredAt, zone) : "";
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
