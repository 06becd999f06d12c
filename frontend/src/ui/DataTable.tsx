import type { ReactNode } from "react";
import type { Column } from "./column";
import { HeaderCell } from "./HeaderCell";
import { LoadingRows } from "./LoadingRows";
import { RowCards } from "./RowCards";
import { TableRow } from "./TableRow";
import { useIsPhone } from "./useIsPhone";
import { useOverflows } from "./useOverflows";

interface DataTableProps<Row> {
  /** What the table shows, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What a press on the row does. With a RowLink in a cell it is not needed. */
  onAction?: (row: Row) => void;
  rowClass?: (row: Row) => string;
  /** Shown below its row over the full width. */
  rowDetail?: (row: Row) => ReactNode;
  empty?: ReactNode;
  isLoading?: boolean;
  loadingRows?: number;
  phone?: "cards" | "scroll";
  isDense?: boolean;
  /** Scrolls inside; the header stays. */
  maxHeight?: string;
  footer?: ReactNode;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const isPhone = useIsPhone();
  const { rows, empty, isLoading, phone = "cards", footer } = props;
  if (!isLoading && rows.length === 0) return <>{empty}</>;
  return (
    <>
      {isPhone && phone === "cards" ? <RowCards {...props} /> : <PlainTable {...props} />}
      {footer && <div className="border-t border-line px-4 py-2.5">{footer}</div>}
    </>
  );
}

function PlainTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, isLoading, loadingRows = 6, maxHeight, isDense = false } = props;
  const named = columns.find((c) => c.isRowHeader) ?? columns[0];
  const [box, overflows] = useOverflows();
  // A box that scrolls must be reachable by keys; one that does not should cost no tab stop.
  const reachable = overflows ? { role: "group", "aria-label": caption, tabIndex: 0 } : {};
  return (
    <div ref={box} className={maxHeight ? "scroll-x overflow-y-auto" : "scroll-x"} style={{ maxHeight }} {...reachable}>
      <table className="w-full border-separate border-spacing-0" aria-busy={isLoading || undefined}>
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 z-10">
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} isDense={isDense} />
            ))}
          </tr>
        </thead>
        <tbody>
          {isLoading && rows.length === 0 ? (
            <LoadingRows rows={loadingRows} columns={columns.length} isDense={isDense} />
          ) : (
            rows.map((row) => <TableRow key={rowKey(row)} row={row} namedBy={named?.id} {...props} isDense={isDense} />)
          )}
        </tbody>
      </table>
    </div>
  );
}
