// The day that it is in a time zone, now or at another moment.
export function dayIn(zone: string, moment: Date | string = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(new Date(moment));
}
