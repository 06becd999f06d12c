import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback } from "react";
import { headerHeight, rowHeight } from "./gridLook";
import type { Row } from "./rows";

// More rows than this are drawn only near where they are seen.
const ALL_DRAWN = 60;

// Which lines are drawn. The one with the focus always is, or the focus would be lost by scrolling.
export function useGridBody(box: RefObject<HTMLElement | null>, rows: readonly Row[], focused: number) {
  const rangeExtractor = useCallback(
    (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const seen = defaultRangeExtractor(range);
      return focused < 0 || seen.includes(focused) ? seen : [...seen, focused].toSorted((a, b) => a - b);
    },
    [focused],
  );
  return useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => rowHeight,
    scrollMargin: headerHeight,
    overscan: rows.length > ALL_DRAWN ? 6 : ALL_DRAWN,
    rangeExtractor,
  });
}
