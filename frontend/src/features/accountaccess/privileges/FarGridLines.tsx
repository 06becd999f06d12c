import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback } from "react";
import type { GridLinesProps } from "./GridLines";
import { headerHeight, rowHeight } from "./gridLook";

// Of very many usernames only those are drawn that are in sight, and the one with the focus: it
// would be lost by scrolling.
export function FarGridLines({ box, rows, focused, line }: GridLinesProps) {
  const rangeExtractor = useCallback(
    (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const seen = defaultRangeExtractor(range);
      return focused < 0 || seen.includes(focused) ? seen : [...seen, focused].toSorted((a, b) => a - b);
    },
    [focused],
  );
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => rowHeight,
    scrollMargin: headerHeight,
    overscan: 6,
    rangeExtractor,
  });
  return (
    <div role="presentation" className="relative" style={{ height: lines.getTotalSize() }}>
      {lines.getVirtualItems().map(({ index, start }) => line(index, { ref: lines.measureElement, top: start - headerHeight }))}
    </div>
  );
}
