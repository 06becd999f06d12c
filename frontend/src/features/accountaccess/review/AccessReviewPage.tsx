import { Suspense, lazy, useState } from "react";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { FormError } from "../../../ui/FormError";
import { Skeleton } from "../../../ui/Skeleton";
import { useTitle } from "../../shell/useTitle";
import { EarlierCard } from "./EarlierCard";
import { StartCard } from "./StartCard";
import { useOpenReviews } from "./useOpenReviews";

const LaterMatrix = lazy(() => import("./Matrix").then((module) => ({ default: module.Matrix })));

// Access Review: once a year each username over all accounts keeps what it may do, is changed or is removed.
export function AccessReviewPage() {
  useTitle(t("Access Review"));
  const { runs, reviews, problems, isLoaded, again } = useOpenReviews();
  const [isAdding, setAdding] = useState(false);
  const mayAdd = runs.some(({ account, level }) => level === "FULL" && reviews.every((review) => review.account.id !== account.id));
  if (!isLoaded) return <Skeleton rows={9} height={49} />;
  return (
    <>
      <FormError error={problems[0]?.message} onRetry={() => void again()} />
      {reviews.length > 0 && (
        <Suspense fallback={<Skeleton rows={9} height={49} />}>
          <LaterMatrix reviews={reviews} again={again} />
        </Suspense>
      )}
      {(reviews.length === 0 || isAdding) && <StartCard runs={runs} reviews={reviews} onStarted={() => void again().then(() => setAdding(false))} />}
      {reviews.length > 0 && mayAdd && !isAdding && (
        <div>
          <Button onPress={() => setAdding(true)}>{t("Review more accounts")}</Button>
        </div>
      )}
      <EarlierCard />
    </>
  );
}
