import type { ReactNode } from "react";

export interface Column<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "left" | "right" | "center";
  width?: string;
  hideOnPhone?: boolean;
  /** The cell that names the row to screen readers; the first column unless one says so. */
  isRowHeader?: boolean;
  /** Buttons: kept to the right, no label on the phone card. */
  isActions?: boolean;
  sort?: "ascending" | "descending" | "none";
  onSort?: () => void;
}

export function alignClass(align: "left" | "right" | "center" = "left"): string {
  return { left: "text-left", right: "text-right tabular-nums", center: "text-center" }[align];
}
