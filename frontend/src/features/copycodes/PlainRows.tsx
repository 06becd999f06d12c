import type { ReactNode } from "react";
import { t } from "../../text";
import { keyOf } from "./choices";
import type { Row } from "./rows";

export interface RowsProps {
  rows: readonly Row[];
  render: (row: Row) => ReactNode;
}

export const rowKey = (row: Row): string => (row.kind === "file" ? row.file : keyOf(row.entry));

// What is reached by keys is not to end up below the bar at the bottom.
export const clearOfBar = "[&_input]:scroll-mt-20 [&_input]:scroll-mb-28 [&_button]:scroll-mb-28";

export function PlainRows({ rows, render }: RowsProps) {
  return (
    <ul aria-label={t("Entries")} className={clearOfBar}>
      {rows.map((row) => (
        <li key={rowKey(row)} className="border-t">
          {render(row)}
        </li>
      ))}
    </ul>
  );
}
