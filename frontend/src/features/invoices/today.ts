// The day that it is in a time zone, as 2026-01-31.
export const today = (zone: string): string => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
