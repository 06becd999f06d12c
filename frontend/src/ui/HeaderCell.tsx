import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { alignClass, type Column } from "./column";
import { VisuallyHidden } from "./VisuallyHidden";

interface HeaderCellProps<Row> {
  column: Column<Row>;
  isDense: boolean;
}

export function HeaderCell<Row>({ column, isDense }: HeaderCellProps<Row>) {
  const { header, align, width, sort, onSort, isActions } = column;
  const SortIcon = sort === "ascending" ? ArrowUp : sort === "descending" ? ArrowDown : ArrowUpDown;
  const content = isActions ? <VisuallyHidden>{header}</VisuallyHidden> : header;
  return (
    <th
      scope="col"
      aria-sort={sort}
      style={{ width }}
      className={`border-b border-line bg-sunken px-3 text-sm font-medium whitespace-nowrap text-ink-muted first:pl-5 last:pr-5 ${alignClass(align)} ${isDense ? "py-1" : "py-2"}`}
    >
      {onSort ? (
        <Button onPress={onSort} className="hit inline-flex items-center gap-1 rounded-sm data-hovered:text-ink">
          {content}
          <SortIcon aria-hidden size={12} className={sort === "none" ? "text-ink-faint" : ""} />
        </Button>
      ) : (
        content
      )}
    </th>
  );
}
