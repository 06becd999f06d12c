import { t } from "../../text";
import { type Zone, formatDay, formatTime } from "../../text/format";

// The day that an entry stands under, told from others by its text.
export const dayOf = (iso: string, zone: Zone): string => formatDay(iso, zone);

export const timeOf = (iso: string, zone: Zone): string => formatTime(iso, zone);

// A moment to the second, with the zone by name and by its distance from UTC.
export function exactly(iso: string, zone: Zone): string {
  const date = new Date(iso);
  const parts = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeStyle: "medium", timeZone: zone }).format(date);
  const offset = new Intl.DateTimeFormat("en-US", { timeZoneName: "longOffset", timeZone: zone }).formatToParts(date).find(({ type }) => type === "timeZoneName")?.value ?? "";
  // Chromium before 150 says GMT alone where there is no distance.
  return t("{moment} ({zone}, {offset})", { moment: parts, zone, offset: offset.replace(/^GMT$/, "GMT+00:00").replace("GMT", "UTC") });
}
