import { ChevronRight, TriangleAlert } from "lucide-react";
import { t } from "../../../text";
import { Badge } from "../../../ui/Badge";
import type { Wish } from "./MatrixGrid";
import { type Item, type OpenReview, type Row, isUnused } from "./matrix";
import { standingOf, summaryOf } from "./words";

interface Props {
  reviews: readonly OpenReview[];
  rows: readonly Row[];
  onWish: (wish: Wish, review: OpenReview, item: Item) => void;
}

// The matrix of a phone: a card a username, with a line an account. What is far off the screen is not laid out.
export function MatrixCards({ reviews, rows, onWish }: Props) {
  return (
    <ul aria-label={t("Access Review")} className="flex flex-col gap-3">
      {rows.map((row) => (
        <li key={row.id} data-username={row.id} className="rounded-lg border border-line bg-surface [contain-intrinsic-size:auto_110px] [content-visibility:auto]">
          <div className="flex flex-wrap items-center gap-2 px-4 py-2.5">
            <h2 translate="no" className="min-w-0 flex-1 font-semibold wrap-anywhere">
              {row.id}
            </h2>
            {isUnused(row) && <Badge kind="warning" icon={TriangleAlert}>{t("Not used for 90 days")}</Badge>}
          </div>
          <ul className="divide-y divide-line border-t border-line">
            {reviews.map((review) => {
              const item = row.cells.get(review.account.id);
              return item && <Line key={review.account.id} review={review} item={item} onOpen={() => onWish("OPEN", review, item)} />;
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Line({ review, item, onOpen }: { review: OpenReview; item: Item; onOpen: () => void }) {
  const { word, icon: Mark, ink } = standingOf(item);
  return (
    <li>
      <button type="button" onClick={onOpen} className="flex min-h-11 w-full items-center gap-2 px-4 py-2 text-left -outline-offset-2">
        <span className="min-w-0 flex-1">
          <span translate="no" className="block font-medium wrap-anywhere">
            {review.account.providerName}
          </span>
          <span className="block text-sm text-ink-muted">{summaryOf(item)}</span>
        </span>
        <span className={`flex items-center gap-1 text-sm ${ink}`}>
          <Mark aria-hidden size={14} />
          {word}
        </span>
        <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-faint" />
      </button>
    </li>
  );
}
