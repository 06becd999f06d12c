import type { RefObject } from "react";
import { plural, t } from "../../../text";
import type { Level } from "../../../ui/level";
import { Popover } from "../../../ui/Popover";
import { sectionTitle, sections } from "../../shell/sections";
import { highestOf } from "./bulk";
import { CellConflict } from "./CellConflict";
import type { Place } from "./gridPlace";
import { LevelList } from "./LevelList";
import type { RowEdits } from "./rowEdits";
import { type CellKey, type Row, cellKey, nameOf, privilegeOf, settingOf } from "./rows";
import { WhyNote } from "./WhyNote";

interface Props {
  triggerRef: RefObject<HTMLElement | null>;
  place: Place;
  onClose: () => void;
  rows: readonly Row[];
  edits: ReadonlyMap<string, RowEdits>;
  // How many cells a choice sets.
  count: number;
  onChoose: (level: Level) => void;
  onSettle: (key: CellKey, choice: "mine" | "theirs") => void;
}

// The one popover of the grid: choices for a cell, a selection or a whole section.
export function GridPopover(props: Props) {
  const { triggerRef, place, onClose, rows, count } = props;
  const section = sections[place.column - 1];
  const row = rows.find(({ id }) => id === place.link);
  const title = section ? titleOf(row, section, count) : "";
  return (
    <Popover triggerRef={triggerRef} isOpen={!!section} onOpenChange={(isOpen) => !isOpen && onClose()} label={title} placement="bottom" className="w-72">
      <p className="mb-1 px-2 font-semibold wrap-anywhere">{title}</p>
      {section && row && count <= 1 && <OneCell {...props} row={row} section={section} />}
      {section && (!row || count > 1) && <LevelList label={title} value={null} highest="FULL" onChoose={props.onChoose} />}
    </Popover>
  );
}

function titleOf(row: Row | undefined, section: (typeof sections)[number], count: number): string {
  if (!row) return plural(count, "{section} for the {count} username shown", "{section} for all {count} usernames shown", { section: sectionTitle(section) });
  if (count > 1) return plural(count, "{count} level", "{count} selected levels");
  return `${nameOf(row)} · ${sectionTitle(section)}`;
}

function OneCell({ row, section, edits, onChoose, onSettle, onClose }: Props & { row: Row; section: (typeof sections)[number] }) {
  const edit = edits.get(row.id)?.bySection.get(section);
  const stored = settingOf(row, section);
  const highest = highestOf(row, section);
  const settle = (choice: "mine" | "theirs") => {
    onSettle(cellKey(row.id, section), choice);
    onClose();
  };
  return (
    <>
      {edit?.isConflict && <CellConflict mine={edit.to} theirs={stored} onSettle={settle} />}
      {highest ? (
        <LevelList label={t("Level")} value={(edit?.to ?? stored).level} highest={highest} onChoose={onChoose} />
      ) : (
        <p className="px-2 pb-1 text-ink-muted">{row.locked ?? t("This level cannot be changed by you.")}</p>
      )}
      <div className="mt-2 border-t border-line px-2 pt-2">
        <WhyNote privilege={privilegeOf(row, section)} />
      </div>
    </>
  );
}
