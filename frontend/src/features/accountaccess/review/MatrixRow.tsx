import { TriangleAlert } from "lucide-react";
import { memo } from "react";
import { plural, t } from "../../../text";
import { columnsOf } from "./look";
import { MatrixCell } from "./MatrixCell";
import { type Row, isUnused } from "./matrix";
import type { Span } from "./useColumnsInSight";

interface Props {
  row: Row;
  accounts: readonly { id: string; providerName: string }[];
  index: number;
  tabStop: number | null;
  span: Span;
}

// Where it stands is its wrapper's: scrolling down draws no row anew. Of its cells those in sight are there, and the
// one with the focus.
export const MatrixRow = memo(function MatrixRow({ row, accounts, index, tabStop, span }: Props) {
  return (
    <div role="row" aria-rowindex={index + 2} data-username={row.id} className="grid h-12.25 border-b border-line" style={columnsOf(accounts.length)}>
      <div
        role="rowheader"
        aria-colindex={1}
        data-at={`${row.id} 0`}
        tabIndex={tabStop === 0 ? 0 : -1}
        className="sticky left-0 z-10 flex min-w-0 scroll-mt-16 scroll-mb-20 flex-col justify-center border-r border-line bg-surface px-3 leading-4 -outline-offset-2"
      >
        <span translate="no" title={row.id} className="truncate font-medium">
          {row.id}
        </span>
        <Second row={row} />
      </div>
      {accounts.map(({ id, providerName }, before) => {
        const column = before + 1;
        const isDrawn = (column >= span.from && column <= span.to) || column === tabStop;
        return isDrawn && <MatrixCell key={id} at={`${row.id} ${column}`} column={column} provider={providerName} item={row.cells.get(id)} isTabStop={tabStop === column} />;
      })}
    </div>
  );
});

function Second({ row }: { row: Row }) {
  if (!isUnused(row)) return <span className="truncate text-xs text-ink-muted">{plural(row.cells.size, "{count} account", "{count} accounts")}</span>;
  return (
    <span className="flex items-center gap-1 text-xs font-medium text-warning-ink">
      <TriangleAlert aria-hidden size={12} className="shrink-0" />
      <span className="truncate">{t("Not used for 90 days")}</span>
    </span>
  );
}
