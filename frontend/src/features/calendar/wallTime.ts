import { parseAbsolute, parseDateTime, toCalendarDateTime, toZoned } from "@internationalized/date";
import type { Zone } from "../../text/format";

// A time as the clock on the wall of the practice shows it, such as 2026-03-02T09:00. Nothing else is
// dragged, typed or drawn: moments stay between here and the server.
export type WallTime = string;

export const wallTime = (instant: string, zone: Zone): WallTime => toCalendarDateTime(parseAbsolute(instant, zone)).toString().slice(0, 16);

// Nothing for what is no time, such as one half typed. An hour that is left out in spring is the one
// after it, one that is there twice in autumn the first of both.
export function instantOf(wall: WallTime, zone: Zone): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall)) return undefined;
  try {
    return toZoned(parseDateTime(wall), zone).toDate().toISOString().replace(".000Z", "Z");
  } catch {
    return undefined;
  }
}

export const dayOf = (wall: WallTime): string => wall.split("T")[0] ?? "";
export const clockOf = (wall: WallTime): string => wall.split("T")[1] ?? "";

export const addTo = (wall: WallTime, by: { days?: number; minutes?: number }): WallTime => parseDateTime(wall).add(by).toString().slice(0, 16);

export const nowIn = (zone: Zone): WallTime => wallTime(new Date().toISOString(), zone);

// A wall time has no zone: it is read and shown in UTC.
const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" });
  return (wall: WallTime): string => made.format(new Date(`${wall}Z`));
};

export const clockText = format({ hour: "numeric", minute: "2-digit" });
export const dayText = format({ weekday: "long", month: "long", day: "numeric" });
export const whenText = format({ weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });

export const spanText = (start: WallTime, minutes: number): string => `${clockText(start)} – ${clockText(addTo(start, { minutes }))}`;
