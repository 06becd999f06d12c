import { Suspense, lazy, useDeferredValue, useMemo, useState } from "react";
import { t } from "../../../text";
import { EmptyState } from "../../../ui/EmptyState";
import { useIsPhone } from "../../../ui/useIsPhone";
import { MatrixBar } from "./MatrixBar";
import { MatrixCards } from "./MatrixCards";
import { MatrixGrid, type Wish } from "./MatrixGrid";
import { type Item, type OpenReview, type Show, progressOf, rowsOf, shownBy } from "./matrix";
import { useDecide, whyNotDecide } from "./useDecide";

const LaterCell = lazy(() => import("./CellDialog").then((module) => ({ default: module.CellDialog })));
const LaterFinish = lazy(() => import("./FinishDialog").then((module) => ({ default: module.FinishDialog })));

interface Props {
  reviews: readonly OpenReview[];
  again: (account?: string) => Promise<unknown>;
}

// Every username by every account, decided one after the other.
export function Matrix({ reviews, again }: Props) {
  const [name, setName] = useState("");
  const [show, setShow] = useState<Show>("ALL");
  const [opened, setOpened] = useState<{ account: string; link: string; wish: Wish } | null>(null);
  const [isFinishing, setFinishing] = useState(false);
  const { keep, status, tell } = useDecide(again);
  const isPhone = useIsPhone();
  const sought = useDeferredValue(name);
  const rows = useMemo(() => rowsOf(reviews), [reviews]);
  const shown = useMemo(() => shownBy(sought, show, rows), [sought, show, rows]);

  const wish = (what: Wish, review: OpenReview, item: Item) => {
    if (what === "KEEP") return void keep(review, item);
    const whyNot = what === "OPEN" || item.decision === "KEEP" || item.decision === "CHANGE" ? undefined : whyNotDecide(review, item);
    if (whyNot) return tell(whyNot);
    setOpened({ account: review.account.id, link: item.link ?? "", wish: what });
  };
  const review = reviews.find(({ account }) => account.id === opened?.account);
  const item = review?.items.find(({ link }) => link === opened?.link);
  return (
    <div className="flex flex-col gap-3">
      <MatrixBar progress={progressOf(reviews)} name={name} show={show} onName={setName} onShow={setShow} status={status} onFinish={() => setFinishing(true)} />
      {isPhone ? <MatrixCards reviews={reviews} rows={shown} onWish={wish} /> : <MatrixGrid reviews={reviews} rows={shown} onWish={wish} />}
      {shown.length === 0 && <EmptyState title={t("No username is like that")} isCompact />}
      <Suspense>
        {opened && review && item && <LaterCell key={opened.link} review={review} item={item} wish={opened.wish} onKeep={keep} onDone={() => void again(opened.account)} onClose={() => setOpened(null)} />}
        {isFinishing && <LaterFinish reviews={reviews} onClose={() => setFinishing(false)} again={again} />}
      </Suspense>
    </div>
  );
}
