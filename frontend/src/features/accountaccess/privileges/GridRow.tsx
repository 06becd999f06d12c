import { memo } from "react";
import { sections } from "../../shell/sections";
import { isFixed } from "./bulk";
import { GridCell } from "./GridCell";
import { gridColumns } from "./gridLook";
import type { RowEdits } from "./rowEdits";
import { type Row, settingOf } from "./rows";
import { UsernameCell } from "./UsernameCell";

export interface GridRowProps {
  row: Row;
  // Its line in the grid, the header being the first.
  line: number;
  edits: RowEdits;
  // The sections that somebody else has just changed, joined: a string is compared in no time.
  fresh: string;
  // The first and last column that are selected.
  selectedFrom: number;
  selectedTo: number;
  tabStop: number | null;
  isOpen: boolean;
  onToggle: (link: string) => void;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, line, edits, fresh, selectedFrom, selectedTo, tabStop, isOpen, onToggle } = props;
  return (
    <div role="row" aria-rowindex={line} data-username={row.username} className={`${gridColumns} h-12.25 border-b border-line`}>
      <UsernameCell row={row} changes={edits.bySection.size} isOpen={isOpen} isTabStop={tabStop === 0} onToggle={onToggle} />
      {sections.map((section, index) => (
        <GridCell
          key={section}
          at={`${row.id} ${index + 1}`}
          column={index + 1}
          section={section}
          stored={settingOf(row, section)}
          edit={edits.bySection.get(section)}
          isFixed={isFixed(row, section)}
          isRowLocked={!!row.locked}
          isFresh={fresh.includes(`${section},`)}
          isSelected={index + 1 >= selectedFrom && index + 1 <= selectedTo}
          isTabStop={tabStop === index + 1}
        />
      ))}
    </div>
  );
});
