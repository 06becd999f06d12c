import { CircleCheck, ClipboardList, TriangleAlert } from "lucide-react";
import { useQuery } from "urql";
import { LogReviewDocument } from "../../../gen/documents/features/activitylog/review/Review";
import { t } from "../../../text";
import { formatDate } from "../../../text/format";
import { LinkButton } from "../../../ui/LinkButton";
import { SkeletonText } from "../../../ui/SkeletonText";
import { useAccount } from "../../shell/viewer";

// How far the log is reviewed, in a line above it. It comes with the first page of the log: asked for
// alone, it would be an entry of its own.
export function ReviewLine() {
  const { id: account } = useAccount();
  const [{ data }] = useQuery({ query: LogReviewDocument, variables: { account }, requestPolicy: "cache-only" });
  const state = data?.account?.logReview;
  const isOverdue = !!state?.overdueSince;
  const Icon = isOverdue ? TriangleAlert : state?.last ? CircleCheck : ClipboardList;
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className={`flex min-w-0 items-center gap-2 ${isOverdue ? "font-semibold" : "text-ink-muted"}`}>
        <Icon aria-hidden size={18} className={`shrink-0 ${isOverdue ? "text-warning-ink" : ""}`} />
        {state ? <span>{sentence(state)}</span> : <SkeletonText />}
      </p>
      <LinkButton to="/p/$account/activity-log/review" params={{ account }} size="small">
        {t("Review…")}
      </LinkButton>
    </div>
  );
}

interface State {
  last: { until: string | null; reviewer: string | null } | null;
  overdueSince: string | null;
}

function sentence({ last, overdueSince }: State): string {
  const reviewed = last && t("Reviewed until {day} by {username}.", { day: formatDate(last.until ?? ""), username: last.reviewer ?? "" });
  if (!overdueSince) return reviewed ?? t("This log has not been reviewed yet.");
  const overdue = t("A review is overdue since {day}.", { day: formatDate(overdueSince) });
  return reviewed ? t("{overdue} {reviewed}", { overdue, reviewed }) : overdue;
}
