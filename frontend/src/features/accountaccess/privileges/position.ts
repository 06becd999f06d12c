import { sections } from "../../shell/sections";

// A place in the grid. Row -1 is the header, column 0 the username; the thirteen sections follow.
export interface Position {
  row: number;
  column: number;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

interface Step {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
}

// moved is where a key leads from a place, within a grid whose last column this is; nothing, if the key leads nowhere.
export function moved({ row, column }: Position, { key, ctrlKey, metaKey }: Step, rowCount: number, page: number, last = sections.length): Position | undefined {
  const far = ctrlKey || metaKey;
  const to = (r: number, c: number): Position => ({ row: clamp(r, -1, rowCount - 1), column: clamp(c, 0, last) });
  switch (key) {
    case "ArrowUp":
      return to(far ? 0 : row - 1, column);
    case "ArrowDown":
      return to(far ? rowCount - 1 : row + 1, column);
    case "ArrowLeft":
      return to(row, far ? 0 : column - 1);
    case "ArrowRight":
      return to(row, far ? last : column + 1);
    case "Home":
      return to(far ? 0 : row, 0);
    case "End":
      return to(far ? rowCount - 1 : row, last);
    case "PageUp":
      return to(Math.max(row - page, Math.min(row, 0)), column);
    case "PageDown":
      return to(row + page, column);
    default:
      return undefined;
  }
}

// rangeOf is the block of section cells between two places.
export function rangeOf(anchor: Position, focus: Position): Range {
  return {
    top: Math.max(0, Math.min(anchor.row, focus.row)),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.max(1, Math.min(anchor.column, focus.column)),
    right: Math.max(anchor.column, focus.column),
  };
}

export const sizeOf = ({ top, bottom, left, right }: Range): number => Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1);

const clamp = (n: number, low: number, high: number): number => Math.max(low, Math.min(n, high));
