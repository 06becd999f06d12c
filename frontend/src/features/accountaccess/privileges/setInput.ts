import type { LevelInput, SetPrivilegesInput } from "../../../gen/types";
import type { Change } from "./draft";
import type { Setting } from "./rows";

type Versions = (change: Change) => number;

const current: Versions = ({ row }) => row.version ?? 0;

// inputOf groups changes by username, each with the version it is based on.
export function inputOf(changes: readonly Change[], wanted: (change: Change) => Setting, reason: string, version: Versions = current): SetPrivilegesInput[] {
  const byLink = new Map<string, SetPrivilegesInput & { levels: LevelInput[] }>();
  for (const change of changes) {
    const { level, from, until } = wanted(change);
    const one = byLink.get(change.row.id) ?? { link: change.row.id, version: version(change), levels: [], reason: reason || null };
    one.levels.push({ section: change.section, level, validFrom: from, validUntil: until });
    byLink.set(change.row.id, one);
  }
  return [...byLink.values()];
}
