import { Suspense, lazy } from "react";
import { useQuery } from "urql";
import { AccountAccessOverviewDocument } from "../../../gen/documents/features/accountaccess/overview/Overview";
import { problemsOf } from "../../../graphql/problem";
import { useLive } from "../../../live/useLive";
import { t } from "../../../text";
import { FormError } from "../../../ui/FormError";
import { useTitle } from "../../shell/useTitle";
import { useAccount } from "../../shell/viewer";
import { AllowCard } from "./AllowCard";
import { CopyCard } from "./CopyCard";
import { OtherCard } from "./OtherCard";
import { PrivilegesCard } from "./PrivilegesCard";

const LaterToReview = lazy(() => import("../emergency/ToReview").then((module) => ({ default: module.ToReview })));
const LaterReview = lazy(() => import("../review/ReviewState").then((module) => ({ default: module.ReviewState })));
const LaterNotices = lazy(() => import("../notices/NoticesCard").then((module) => ({ default: module.NoticesCard })));

// The four functions of Account Access, in the order in which a practice sets itself up.
export function OverviewPage() {
  const { id } = useAccount();
  const [{ data, error }, again] = useQuery({ query: AccountAccessOverviewDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  useTitle(t("Account Access"));
  useLive("ACCOUNT_ACCESS", () => again({ requestPolicy: "network-only", background: true }));
  const usernames = data?.account?.usernames ?? undefined;
  return (
    <>
      <FormError error={usernames ? null : problemsOf(error)[0]?.message} onRetry={() => again({ requestPolicy: "network-only" })} />
      <div className="grid items-stretch gap-4 lg:grid-cols-2 [&>section]:flex [&>section]:flex-col [&>section>footer]:mt-auto">
        <AllowCard usernames={usernames} />
        <OtherCard />
        <PrivilegesCard usernames={usernames} />
        <CopyCard />
      </div>
      <Suspense>
        <LaterReview />
      </Suspense>
      <Suspense>
        <LaterToReview />
      </Suspense>
      <Suspense>
        <LaterNotices />
      </Suspense>
    </>
  );
}
