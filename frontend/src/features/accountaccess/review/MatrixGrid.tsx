import { Suspense, lazy, useCallback, useMemo, useRef, useState } from "react";
import { t } from "../../../text";
import { AccountAvatar } from "../../../ui/AccountAvatar";
import { rowHeight } from "../privileges/gridLook";
import type { LinePlace } from "../privileges/GridLines";
import type { Place } from "../privileges/gridPlace";
import { useGrid } from "../privileges/useGrid";
import { columnsOf, widthOf } from "./look";
import { MatrixRow } from "./MatrixRow";
import type { Item, OpenReview, Row } from "./matrix";
import { useColumnsInSight } from "./useColumnsInSight";

// The lines of the grid of Username Privileges: of many only those in sight are drawn.
const Lines = lazy(() => import("../privileges/FarGridLines").then((module) => ({ default: module.FarGridLines })));

export type Wish = "OPEN" | "KEEP" | "CHANGE" | "REMOVE";

interface Props {
  reviews: readonly OpenReview[];
  rows: readonly Row[];
  onWish: (wish: Wish, review: OpenReview, item: Item) => void;
}

const letters: Record<string, Wish> = { k: "KEEP", c: "CHANGE", r: "REMOVE" };

export function MatrixGrid({ reviews, rows, onWish }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [isThere, setThere] = useState(false);
  // The lines are measured by the box: they come once it is there.
  const attach = useCallback((element: HTMLDivElement | null) => {
    box.current = element;
    setThere(element !== null);
  }, []);
  const accounts = useMemo(() => reviews.map(({ account }) => account), [reviews]);
  const wish = ({ link, column }: Place, what: Wish) => {
    const review = reviews[column - 1];
    const item = review && rows.find(({ id }) => id === link)?.cells.get(review.account.id);
    if (review && item) onWish(what, review, item);
  };
  const letter = (key: string) => {
    const what = letters[key.toLowerCase()];
    if (what) wish(grid.place, what);
    return !!what;
  };
  const grid = useGrid(box, rows, { open: (place) => wish(place, "OPEN"), letter }, reviews.length);
  const { place, position } = grid;
  const span = useColumnsInSight(box, isThere);
  const line = (index: number, at?: LinePlace) => {
    const row = rows[index];
    if (!row) return null;
    // All are of one height: none is measured.
    const stands = at && { className: "absolute inset-x-0", style: { top: at.top } };
    return (
      <div key={row.id} role="presentation" {...stands}>
        <MatrixRow row={row} accounts={accounts} index={index} tabStop={place.link === row.id ? place.column : null} span={span} />
      </div>
    );
  };
  return (
    <div
      ref={attach}
      role="grid"
      aria-label={t("Access Review")}
      aria-rowcount={rows.length + 1}
      aria-colcount={reviews.length + 1}
      {...grid.props}
      className="relative isolate max-h-[max(22rem,calc(100dvh-22rem))] min-h-40 overflow-auto overscroll-contain rounded-lg border border-line bg-surface"
    >
      <div style={widthOf(reviews.length)}>
        <div role="row" aria-rowindex={1} className="sticky top-0 z-20 grid h-11.5" style={columnsOf(reviews.length)}>
          <div role="columnheader" aria-colindex={1} data-at="head 0" tabIndex={place.link === "head" && place.column === 0 ? 0 : -1} className={`${header} sticky left-0 z-10 px-3`}>
            {t("Username")}
          </div>
          {accounts.map(({ id, providerName }, index) => (
            <div key={id} role="columnheader" aria-colindex={index + 2} data-at={`head ${index + 1}`} tabIndex={place.link === "head" && place.column === index + 1 ? 0 : -1} className={`${header} min-w-0 gap-2 px-2`}>
              <AccountAvatar id={id} name={providerName} size="small" />
              <span translate="no" title={providerName} className="line-clamp-2 wrap-anywhere">
                {providerName}
              </span>
            </div>
          ))}
        </div>
        <Suspense fallback={<div role="presentation" style={{ height: rows.length * rowHeight }} />}>
          {isThere && <Lines box={box} rows={rows} focused={position.row} line={line} />}
        </Suspense>
      </div>
    </div>
  );
}

const header = "flex items-center border-r border-b border-line bg-sunken text-xs leading-3.5 font-medium text-ink-muted -outline-offset-2";
