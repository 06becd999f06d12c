import { useNavigate, useSearch } from "@tanstack/react-router";
import { useQuery } from "urql";
import { LogReviewDocument, ReviewsDocument } from "../../../gen/documents/features/activitylog/review/Review";
import { problemsOf } from "../../../graphql/problem";
import { usePages } from "../../../graphql/usePages";
import { t } from "../../../text";
import { zoneName } from "../../../text/format";
import { Badge } from "../../../ui/Badge";
import { PageHeader } from "../../../ui/PageHeader";
import { Skeleton } from "../../../ui/Skeleton";
import { TextLink } from "../../../ui/TextLink";
import { CannotLoad } from "../../shell/CannotLoad";
import { SectionPage } from "../../shell/SectionPage";
import { sectionTitle } from "../../shell/sections";
import { useTitle } from "../../shell/useTitle";
import { useAccount } from "../../shell/viewer";
import { ReviewForm } from "./ReviewForm";
import { ReviewTable } from "./ReviewTable";

export function ReviewPage() {
  return (
    <SectionPage section="ACTIVITY_LOG">
      <ReviewOfLog />
    </SectionPage>
  );
}

function ReviewOfLog() {
  const { id: account, mayEdit, timeZone } = useAccount();
  const search = useSearch({ from: "/p/$account/activity-log/review" });
  const navigate = useNavigate({ from: "/p/$account/activity-log/review" });
  const [{ data, error }, again] = useQuery({ query: LogReviewDocument, variables: { account }, requestPolicy: "cache-and-network" });
  const reviews = usePages(ReviewsDocument, { account }, (found) => found.account?.reviews);
  const title = t("Review");
  useTitle(title);
  const state = data?.account?.logReview;
  const signedOff = () => {
    again({ requestPolicy: "network-only" });
    reviews.refresh();
    void navigate({ search: {}, replace: true });
  };
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: sectionTitle("ACTIVITY_LOG"), link: <TextLink to="/p/$account/activity-log" params={{ account }}>{sectionTitle("ACTIVITY_LOG")}</TextLink> }, { label: title }]}
        badge={!mayEdit("ACTIVITY_LOG") && <Badge>{t("View Only")}</Badge>}
        description={t("Look through the log of some days, and sign them off. At most 31 days should go by without a review. A day begins and ends in {zone}, the time of this account.", { zone: zoneName(timeZone) })}
      />
      {error && !state && <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />}
      {!error && !state && <Skeleton rows={10} label={t("Loading")} />}
      {state && (
        <ReviewForm
          key={`${state.from}`}
          days={{ from: search.from ?? state.from ?? "", until: search.until ?? state.until ?? "" }}
          onDays={(days) => void navigate({ search: days, replace: true, resetScroll: false })}
          onSignedOff={signedOff}
        />
      )}
      <ReviewTable reviews={reviews} />
    </>
  );
}
