import { type RefObject, useEffect, useState } from "react";

export interface Span {
  from: number;
  to: number;
}

// How many columns beside those in sight are drawn, on either side.
const beside = 1;

// Which of the columns are in sight. With twenty accounts most are not, and a row that draws them all is slow to scroll.
export function useColumnsInSight(box: RefObject<HTMLElement | null>, isThere: boolean): Span {
  const [span, setSpan] = useState<Span>({ from: 0, to: 10 });
  useEffect(() => {
    const element = isThere ? box.current : null;
    if (!element) return;
    const look = () => {
      const seen = spanOf(element);
      setSpan((before) => (before.from === seen.from && before.to === seen.to ? before : seen));
    };
    const size = new ResizeObserver(look);
    size.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      size.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [box, isThere]);
  return span;
}

function spanOf(element: HTMLElement): Span {
  const width = element.querySelector<HTMLElement>(`[data-at="head 1"]`)?.offsetWidth || 1;
  return { from: Math.floor(element.scrollLeft / width) - beside, to: Math.ceil((element.scrollLeft + element.clientWidth) / width) + beside };
}
