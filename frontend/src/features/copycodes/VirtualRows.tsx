import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import { t } from "../../text";
import { type RowsProps, clearOfBar, rowKey } from "./PlainRows";

// A long list of which only what is in view, and some above and below, is in the page.
export function VirtualRows({ rows, render }: RowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
  }, [rows]);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => estimate(rows[index]),
    getItemKey: (index) => keyAt(rows, index),
    overscan: 12,
    scrollMargin: top,
  });
  const renderAt = (index: number) => {
    const row = rows[index];
    return row && render(row);
  };
  return (
    <ul ref={list} aria-label={t("Entries")} className={`relative ${clearOfBar}`} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          aria-setsize={rows.length}
          aria-posinset={index + 1}
          className="absolute inset-x-0 top-0 border-t"
          style={{ transform: `translateY(${start - top}px)` }}
        >
          {renderAt(index)}
        </li>
      ))}
    </ul>
  );
}

function keyAt(rows: RowsProps["rows"], index: number): string | number {
  const row = rows[index];
  return row ? rowKey(row) : index;
}

function estimate(row: RowsProps["rows"][number] | undefined): number {
  if (row?.kind !== "entry") return 53;
  return row.entry.state === "CONFLICT" ? 140 + 30 * row.entry.differences.length : 45;
}
