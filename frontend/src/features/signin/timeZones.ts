import type { Option } from "../../ui/option";

export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

// The zones that the browser knows, and the one that is set, should the browser not know it.
export function timeZones(set: string): Option<string>[] {
  const known = Intl.supportedValuesOf("timeZone");
  const all = set && !known.includes(set) ? [set, ...known] : known;
  return all.map((zone) => ({ value: zone, label: zone.replaceAll("_", " "), isData: true }));
}
