import { type ReactNode, Suspense, useRef } from "react";
import { t } from "../../../text";
import { sections } from "../../shell/sections";
import type { Target } from "./bulk";
import { GridHeader } from "./GridHeader";
import { GridItem } from "./GridItem";
import { headerHeight } from "./gridLook";
import { LaterPopover } from "./later";
import { type RowEdits, noEdits } from "./rowEdits";
import { type CellKey, type Row, cellKey } from "./rows";
import { useGridBody } from "./useGridBody";
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

export function PrivilegeGrid({ rows, edits, fresh, open, onToggle, onSet, onSettle, details }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { grid, choices } = useGridEditing(box, rows, onSet);
  const { place, position, range } = grid;
  const body = useGridBody(box, rows, position.row);
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
          <div role="presentation" className="relative" style={{ height: body.getTotalSize() }}>
            {body.getVirtualItems().map(({ index, start }) => {
              const row = rows[index];
              if (!row) return null;
              const isSelected = range && index >= range.top && index <= range.bottom;
              return (
                <GridItem
                  key={row.id}
                  ref={body.measureElement}
                  index={index}
                  top={start - headerHeight}
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
            })}
          </div>
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
