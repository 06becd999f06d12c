// The day and the minute that it is in a time zone.
export function dayIn(zone: string, moment: Date | string = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(new Date(moment));
}
