import type { ReactNode, RefObject } from "react";
import type { Line } from "./gridPlace";

// Where a line stands that is not in the flow of the page.
export interface LinePlace {
  ref: (element: HTMLElement | null) => void;
  top: number;
}

export interface GridLinesProps {
  box: RefObject<HTMLElement | null>;
  rows: readonly Line[];
  // The line with the focus.
  focused: number;
  line: (index: number, place?: LinePlace) => ReactNode;
}

export function GridLines({ rows, line }: GridLinesProps) {
  return rows.map((_, index) => line(index));
}
