import { type CalendarDate, endOfMonth, endOfWeek, parseDate, startOfMonth, startOfWeek } from "@internationalized/date";
import { t } from "../../text";
import type { View } from "./calendarSearch";

const locale = "en-US"; // where weeks begin on Sunday

// The days that a view shows, the last not among them: plain dates such as 2026-03-02.
export interface Days {
  from: string;
  until: string;
}

export function daysOf(view: View, day: string): Days {
  const date = parseDate(day);
  if (view === "year") return yearAround(date);
  const first = { day: date, week: startOfWeek(date, locale), list: startOfWeek(date, locale), month: startOfWeek(startOfMonth(date), locale) }[view];
  const last = { day: date, week: endOfWeek(date, locale), list: endOfWeek(date, locale), month: endOfWeek(endOfMonth(date), locale) }[view];
  return { from: first.toString(), until: last.add({ days: 1 }).toString() };
}

// A year of one client: what was lately, and what is planned.
function yearAround(date: CalendarDate): Days {
  const first = startOfMonth(date).subtract({ months: 3 });
  return { from: first.toString(), until: first.add({ years: 1 }).toString() };
}

// The day to go to, a step forward or back.
export function stepFrom(view: View, day: string, direction: 1 | -1): string {
  const by = { day: { days: direction }, week: { weeks: direction }, list: { weeks: direction }, month: { months: direction }, year: { years: direction } }[view];
  return parseDate(day).add(by).toString();
}

export function titleOf(view: View, day: string): string {
  if (view === "month") return text(parseDate(day), { month: "long", year: "numeric" });
  if (view === "day") return text(parseDate(day), { weekday: "long", month: "long", day: "numeric", year: "numeric" });
  const { from, until } = daysOf(view, day);
  const last = parseDate(until).subtract({ days: 1 });
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).formatRange(parseDate(from).toDate("UTC"), last.toDate("UTC"));
}

const text = (date: CalendarDate, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date.toDate("UTC"));

export const stepLabel = (view: View, direction: 1 | -1): string => {
  const labels = {
    day: [t("Day before"), t("Day after")],
    week: [t("Week before"), t("Week after")],
    list: [t("Week before"), t("Week after")],
    month: [t("Month before"), t("Month after")],
    year: [t("Year before"), t("Year after")],
  } as const;
  return labels[view][direction === 1 ? 1 : 0];
};
