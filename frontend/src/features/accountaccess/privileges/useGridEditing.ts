import { type RefObject, useRef, useState } from "react";
import type { Level } from "../../../ui/level";
import { sections } from "../../shell/sections";
import type { Target } from "./bulk";
import type { Place } from "./gridPlace";
import { type Range, sizeOf } from "./position";
import type { Row } from "./rows";
import { elementAt, useGrid } from "./useGrid";

const letters: Record<string, Level> = { f: "FULL", v: "VIEW", n: "NONE" };

// What keys and choices set: a cell, the selected block, or a section for everybody shown.
export function useGridEditing(box: RefObject<HTMLElement | null>, rows: readonly Row[], onSet: (targets: readonly Target[]) => void) {
  const trigger = useRef<HTMLElement>(null);
  const [opened, setOpened] = useState<Place | null>(null);
  const open = (place: Place) => {
    if (place.column === 0) return;
    trigger.current = elementAt(box.current, place);
    setOpened(place);
  };
  const letter = (key: string) => {
    const level = letters[key.toLowerCase()];
    if (!level || grid.place.column === 0) return false;
    onSet(targetsOf(grid.place, grid.range, rows, level));
    return true;
  };
  const grid = useGrid(box, rows, { open, letter });
  const choose = (level: Level) => {
    if (opened) onSet(targetsOf(opened, grid.range, rows, level));
    setOpened(null);
  };
  const count = opened ? targetsOf(opened, grid.range, rows, "NONE").length : 0;
  return { grid, choices: { triggerRef: trigger, place: opened, count, onChoose: choose, onClose: () => setOpened(null) } };
}

function targetsOf(place: Place, range: Range | null, rows: readonly Row[], level: Level): Target[] {
  const { link, column } = place;
  if (link === "head") return block(rows, column, column, level);
  if (range && sizeOf(range) > 1) return block(rows.slice(range.top, range.bottom + 1), range.left, range.right, level);
  return block(rows.filter(({ id }) => id === link), column, column, level);
}

function block(rows: readonly Row[], left: number, right: number, level: Level): Target[] {
  return rows.flatMap((row) => sections.slice(left - 1, right).map((section) => ({ row, section, level })));
}
