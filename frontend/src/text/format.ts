// Times come from the server in UTC and are shown in the account's zone; the zone is always said.
export type Zone = string;

const options = {
  time: { hour: "numeric", minute: "2-digit" },
  day: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  moment: { year: "numeric", month: "short", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(kind: keyof typeof options, zone: Zone): Intl.DateTimeFormat {
  const key = `${kind} ${zone}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat("en-US", { ...options[kind], timeZone: zone });
  formats.set(key, made);
  return made;
}

export const formatTime = (iso: string, zone: Zone): string => format("time", zone).format(new Date(iso));
export const formatDay = (iso: string, zone: Zone): string => format("day", zone).format(new Date(iso));
export const formatMoment = (iso: string, zone: Zone): string => format("moment", zone).format(new Date(iso));

// A zone as people call it: "Eastern Time".
export function zoneName(zone: Zone): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts();
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

// A plain date such as 2026-01-31 has no zone: it is read and shown in UTC.
export function formatDate(date: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];
const relative = new Intl.RelativeTimeFormat("en-US", { numeric: "auto" });

// How long ago, for a glance; the exact moment belongs into a title.
export function formatAgo(iso: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(iso) - now) / 1000);
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  if (!step) return relative.format(0, "second");
  return relative.format(Math.trunc(seconds / step[1]), step[0]);
}

export function formatMoney(cents: number): string {
  return new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" }).format(cents / 100);
}
