import { t } from "../../../text";
import type { ConflictRow } from "../../../ui/conflict";
import { sectionTitle } from "../../shell/sections";
import type { Change } from "./draft";
import { type CellKey, nameOf, privilegeOf } from "./rows";
import { SettingText } from "./SettingText";

// The changes of the draft that somebody else has overtaken.
export function conflictRows(changes: readonly Change[]): (ConflictRow & { id: CellKey })[] {
  return changes
    .filter(({ isConflict }) => isConflict)
    .map(({ key, row, section, from, to }) => ({
      id: key,
      label: `${nameOf(row)} · ${sectionTitle(section)}`,
      mine: <SettingText setting={to} />,
      theirs: (
        <span className="inline-flex flex-wrap items-center gap-x-1.5">
          <SettingText setting={from} />
          <span className="text-sm text-ink-muted">{t("by {name}", { name: privilegeOf(row, section)?.grantedBy ?? "" })}</span>
        </span>
      ),
    }));
}
