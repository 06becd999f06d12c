import type { Entry } from "../../activitylog/entry";

export interface OpenerGroup {
  username: string;
  role: Entry["role"];
  entries: Entry[];
}

// The entries of each person. They are in order, the newest first, and so are the people.
export function byOpener(entries: readonly Entry[]): OpenerGroup[] {
  const groups = new Map<string, OpenerGroup>();
  for (const entry of entries) {
    const username = entry.username ?? "";
    const group = groups.get(username) ?? { username, role: entry.role, entries: [] };
    group.entries.push(entry);
    groups.set(username, group);
  }
  return [...groups.values()];
}
