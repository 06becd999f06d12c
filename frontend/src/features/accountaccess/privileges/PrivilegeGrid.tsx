import { type ReactNode, Suspense, useRef } from "react";
import { t } from "../../../text";
import { Skeleton } from "../../../ui/Skeleton";
import { sections } from "../../shell/sections";
import type { Target } from "./bulk";
import { GridHeader } from "./GridHeader";
import { GridItem } from "./GridItem";
import { GridLines, type LinePlace } from "./GridLines";
import { rowHeight } from "./gridLook";
import { LaterFarGridLines, LaterPopover } from "./later";
import { type RowEdits, noEdits } from "./rowEdits";
import { type CellKey, type Row, cellKey } from "./rows";
import { useGridEditing } from "./useGridEditing";

interface Props {
  rows: readonly Row[];
  edits: ReadonlyMap<string, RowEdits>;
  fresh: ReadonlySet<CellKey>;
  open: ReadonlySet<string>;
  onToggle: (link: string) => void;
  onSet: (targets: readonly Target[]) => void;
  onSettle: (key: CellKey, choice: "mine" | "theirs") => void;
  details: (row: Row) => ReactNode;
}

// More rows than this are drawn only near where they are seen.
const ALL_DRAWN = 60;

export function PrivilegeGrid({ rows, edits, fresh, open, onToggle, onSet, onSettle, details }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { grid, choices } = useGridEditing(box, rows, onSet);
  const { place, position, range } = grid;
  const Lines = rows.length > ALL_DRAWN ? LaterFarGridLines : GridLines;

  const line = (index: number, at?: LinePlace) => {
    const row = rows[index];
    if (!row) return null;
    const isSelected = range && index >= range.top && index <= range.bottom;
    return (
      <GridItem
        key={row.id}
        index={index}
        place={at}
        row={row}
        line={index + 2}
        edits={edits.get(row.id) ?? noEdits}
        fresh={freshOf(row, fresh)}
        selectedFrom={isSelected ? range.left : 0}
        selectedTo={isSelected ? range.right : -1}
        tabStop={place.link === row.id ? place.column : null}
        isOpen={open.has(row.id)}
        onToggle={onToggle}
        details={open.has(row.id) ? details(row) : null}
      />
    );
  };

  return (
    <>
      <div
        ref={box}
        role="grid"
        aria-label={t("Username Privileges")}
        aria-rowcount={rows.length + 1}
        aria-colcount={sections.length + 1}
        aria-multiselectable
        {...grid.props}
        className="@container relative isolate max-h-[max(22rem,calc(100dvh-21.5rem))] min-h-40 overflow-auto overscroll-contain rounded-lg border border-line bg-surface print:max-h-none"
      >
        <div className="min-w-[70rem]">
          <GridHeader tabStop={place.link === "head" ? place.column : null} />
          <Suspense fallback={<Skeleton rows={12} height={rowHeight} />}>
            <Lines box={box} rows={rows} focused={position.row} line={line} />
          </Suspense>
        </div>
      </div>
      <Suspense>{choices.place && <LaterPopover {...choices} place={choices.place} rows={rows} edits={edits} onSettle={onSettle} />}</Suspense>
    </>
  );
}

function freshOf(row: Row, fresh: ReadonlySet<CellKey>): string {
  if (fresh.size === 0) return "";
  return sections.filter((section) => fresh.has(cellKey(row.id, section))).map((section) => `${section},`).join("");
}
