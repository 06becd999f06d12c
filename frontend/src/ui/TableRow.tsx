import type { ReactNode } from "react";
import { alignClass, type Column } from "./column";
import { RowAction } from "./RowAction";
import { pressRow } from "./rowPress";

interface TableRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  namedBy?: string;
  onAction?: (row: Row) => void;
  rowClass?: (row: Row) => string;
  rowDetail?: (row: Row) => ReactNode;
  isDense: boolean;
}

export function TableRow<Row>({ row, columns, namedBy, onAction, rowClass, rowDetail, isDense }: TableRowProps<Row>) {
  const detail = rowDetail?.(row);
  const act = onAction && (() => onAction(row));
  const edge = "border-b border-line px-3 align-middle first:pl-5 last:pr-5 group-last:border-b-0";
  const cell = `${edge} ${isDense ? "h-9 py-1" : "h-11 py-1.5"}`;
  return (
    <>
      <tr
        onClick={(event) => pressRow(event, act)}
        className={`group hover:bg-sunken/60 has-data-row-action:cursor-pointer ${rowClass?.(row) ?? ""}`}
      >
        {columns.map((column) => {
          const isName = column.id === namedBy;
          const content = column.cell(row);
          const looks = `${cell} ${column.isActions ? "text-right whitespace-nowrap" : alignClass(column.align)}`;
          if (!isName) return <td key={column.id} className={looks}>{content}</td>;
          return (
            <th key={column.id} scope="row" className={`${looks} font-normal`}>
              {act ? <RowAction onPress={act}>{content}</RowAction> : content}
            </th>
          );
        })}
      </tr>
      {detail && (
        <tr>
          <td colSpan={columns.length} className="border-b border-line bg-canvas px-5 py-4">
            {detail}
          </td>
        </tr>
      )}
    </>
  );
}
