import type { ReactNode } from "react";
import type { Column } from "./column";
import { RowAction } from "./RowAction";
import { pressRow } from "./rowPress";
import { Skeleton } from "./Skeleton";

interface RowCardsProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  onAction?: (row: Row) => void;
  rowClass?: (row: Row) => string;
  rowDetail?: (row: Row) => ReactNode;
  isLoading?: boolean;
  loadingRows?: number;
}

/** The same rows on a phone: nothing to scroll sideways. */
export function RowCards<Row>(props: RowCardsProps<Row>) {
  const { caption, rows, rowKey, isLoading, loadingRows = 6 } = props;
  if (isLoading && rows.length === 0) return <div className="px-4"><Skeleton rows={loadingRows} height={72} /></div>;
  return (
    <ul aria-label={caption} className="divide-y divide-line">
      {rows.map((row) => (
        <RowCard key={rowKey(row)} row={row} {...props} />
      ))}
    </ul>
  );
}

function RowCard<Row>({ row, columns, onAction, rowClass, rowDetail }: RowCardsProps<Row> & { row: Row }) {
  const shown = columns.filter((c) => !c.hideOnPhone);
  const name = shown.find((c) => c.isRowHeader) ?? shown[0];
  const facts = shown.filter((c) => c !== name && !c.isActions);
  const actions = shown.filter((c) => c.isActions);
  const act = onAction && (() => onAction(row));
  const detail = rowDetail?.(row);
  return (
    <li
      onClick={(event) => pressRow(event, act)}
      className={`px-4 py-3 has-data-row-action:cursor-pointer ${rowClass?.(row) ?? ""}`}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-3">
        <div className="flex min-h-11 min-w-40 flex-1 items-center font-medium">
          {name && (act ? <RowAction onPress={act}>{name.cell(row)}</RowAction> : name.cell(row))}
        </div>
        {actions.map((column) => (
          <div key={column.id} className="flex shrink-0 gap-1">
            {column.cell(row)}
          </div>
        ))}
      </div>
      <dl className="flex flex-col gap-1 pt-1">
        {facts.map((column) => (
          <div key={column.id} className="flex items-baseline justify-between gap-4">
            <dt className="shrink-0 text-sm text-ink-muted">{column.header}</dt>
            <dd className="min-w-0 text-right wrap-anywhere">{column.cell(row)}</dd>
          </div>
        ))}
      </dl>
      {detail && <div className="pt-3">{detail}</div>}
    </li>
  );
}
