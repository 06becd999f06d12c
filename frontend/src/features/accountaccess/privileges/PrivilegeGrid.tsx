import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { t } from "../../../text";
import type { Level } from "../../../ui/level";
import { sections } from "../../shell/sections";
import type { Target } from "./bulk";
import { GridHeader } from "./GridHeader";
import { headerHeight, rowHeight } from "./gridLook";
import type { Place } from "./gridPlace";
import { GridPopover } from "./GridPopover";
import { GridRow } from "./GridRow";
import { sizeOf } from "./position";
import { type RowEdits, noEdits } from "./rowEdits";
import { type CellKey, type Row, cellKey } from "./rows";
import { detailsId } from "./UsernameCell";
import { elementAt, useGrid } from "./useGrid";

export interface GridProps {
  rows: readonly Row[];
  edits: ReadonlyMap<string, RowEdits>;
  fresh: ReadonlySet<CellKey>;
  open: ReadonlySet<string>;
  onToggle: (link: string) => void;
  onSet: (targets: readonly Target[], what: string) => void;
  onSettle: (key: CellKey, choice: "mine" | "theirs") => void;
  details: (row: Row) => ReactNode;
}

const letters: Record<string, Level> = { f: "FULL", v: "VIEW", n: "NONE" };

// More rows than this are drawn only near where they are seen.
const ALL_DRAWN = 60;

export function PrivilegeGrid(props: GridProps) {
  const { rows, edits, fresh, open, onToggle, onSet, onSettle, details } = props;
  const box = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLElement>(null);
  const [opened, setOpened] = useState<Place | null>(null);

  const targetsOf = (place: Place, level: Level): Target[] => {
    const isSelection = range && sizeOf(range) > 1 && place.link !== "head";
    if (isSelection) return block(rows, range.top, range.bottom, range.left, range.right, level);
    const { column } = place;
    if (place.link === "head") return block(rows, 0, rows.length - 1, column, column, level);
    return block(rows.filter(({ id }) => id === place.link), 0, 0, column, column, level);
  };
  const openChoices = (place: Place) => {
    if (place.column === 0) return;
    trigger.current = elementAt(box.current, place);
    setOpened(place);
  };
  const letter = (key: string) => {
    const level = letters[key.toLowerCase()];
    if (!level || place.column === 0) return false;
    onSet(targetsOf(place, level), "");
    return true;
  };
  const grid = useGrid(box, rows, { open: openChoices, letter });
  const { place, position, range } = grid;
  const body = useBody(box, rows, position.row);

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
            {body.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (!row) return null;
              const isOpen = open.has(row.id);
              const isSelected = range && item.index >= range.top && item.index <= range.bottom;
              return (
                <div key={row.id} role="presentation" ref={body.measureElement} data-index={item.index} className="absolute inset-x-0" style={{ top: item.start - headerHeight }}>
                  <GridRow
                    row={row}
                    line={item.index + 2}
                    edits={edits.get(row.id) ?? noEdits}
                    fresh={freshOf(row, fresh)}
                    selectedFrom={isSelected ? range.left : 0}
                    selectedTo={isSelected ? range.right : -1}
                    tabStop={place.link === row.id ? place.column : null}
                    isOpen={isOpen}
                    onToggle={onToggle}
                  />
                  {isOpen && (
                    <div role="row" aria-rowindex={item.index + 2}>
                      <div role="gridcell" aria-colspan={sections.length + 1} id={detailsId(row)} className="sticky left-0 w-[100cqw] border-b border-line bg-canvas">
                        {details(row)}
                      </div>
                    </div>
                  )}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      <GridPopover
        triggerRef={trigger}
        place={opened}
        onClose={() => setOpened(null)}
        rows={rows}
        edits={edits}
        count={opened ? targetsOf(opened, "NONE").length : 0}
        onChoose={(level) => {
          if (opened) onSet(targetsOf(opened, level), "");
          setOpened(null);
        }}
        onSettle={onSettle}
      />
    </>
  );
}

function useBody(box: React.RefObject<HTMLDivElement | null>, rows: readonly Row[], focused: number) {
  const rangeExtractor = useCallback(
    (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const seen = defaultRangeExtractor(range);
      return focused < 0 || seen.includes(focused) ? seen : [...seen, focused].sort((a, b) => a - b);
    },
    [focused],
  );
  return useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => rowHeight,
    scrollMargin: headerHeight,
    overscan: rows.length > ALL_DRAWN ? 6 : ALL_DRAWN,
    rangeExtractor,
  });
}

function block(rows: readonly Row[], top: number, bottom: number, left: number, right: number, level: Level): Target[] {
  return rows.slice(top, bottom + 1).flatMap((row) => sections.slice(left - 1, right).map((section) => ({ row, section, level })));
}

function freshOf(row: Row, fresh: ReadonlySet<CellKey>): string {
  if (fresh.size === 0) return "";
  return sections.filter((section) => fresh.has(cellKey(row.id, section))).map((section) => `${section},`).join("");
}
