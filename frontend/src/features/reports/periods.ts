import { t } from "../../text";
import { formatDate } from "../../text/format";
import type { Length, Preset } from "./reportSearch";

export interface Days {
  from: string;
  until: string;
}

// Months are counted from the year 0, so that they can be added and taken away.
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const dayOf = (month: number, day: number) => new Date(Date.UTC(Math.floor(month / 12), month % 12, day)).toISOString().slice(0, 10);

const months = (first: number, count: number): Days => ({ from: dayOf(first, 1), until: dayOf(first + count, 0) });

// The days of a preset on a day; its own days where they are chosen one by one.
export function daysOf(preset: Preset, today: string, chosen: Days): Days {
  const month = monthOf(today);
  const quarter = month - (month % 3);
  const year = month - (month % 12);
  switch (preset) {
    case "THIS_MONTH":
      return months(month, 1);
    case "LAST_MONTH":
      return months(month - 1, 1);
    case "THIS_QUARTER":
      return months(quarter, 3);
    case "LAST_QUARTER":
      return months(quarter - 3, 3);
    case "THIS_YEAR":
      return months(year, 12);
    case "LAST_YEAR":
      return months(year - 12, 12);
    case "LAST_12_MONTHS":
      return months(month - 11, 12);
    case "CUSTOM":
      return chosen;
  }
}

// What is wrong with days that were chosen; nothing, where they can be asked for.
export function faultOf({ from, until }: Days): string | undefined {
  if (!from || !until) return t("Choose the first and the last day.");
  if (until < from) return t("The last day comes after the first.");
  return undefined;
}

const lengthOf: Record<Length, number> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

// A whole month, quarter or year by its name, a part of one by its days.
export function periodName({ from, until }: Days, by: Length): string {
  const first = monthOf(from);
  const whole = months(first, lengthOf[by]);
  if (whole.from !== from || whole.until !== until) return t("{from} – {until}", { from: formatDate(from), until: formatDate(until) });
  const year = from.slice(0, 4);
  if (by === "YEAR") return year;
  if (by === "QUARTER") return t("Q{quarter} {year}", { quarter: Math.floor((first % 12) / 3) + 1, year });
  return new Intl.DateTimeFormat("en-US", { month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(from));
}

// The same for the foot of a chart, where there is little room.
export function shortName({ from }: Days, by: Length): string {
  const year = `’${from.slice(2, 4)}`;
  if (by === "YEAR") return from.slice(0, 4);
  if (by === "QUARTER") return t("Q{quarter} {year}", { quarter: Math.floor((monthOf(from) % 12) / 3) + 1, year });
  return new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" }).format(new Date(from));
}
