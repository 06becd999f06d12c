import { CircleCheck, ClipboardCheck, TriangleAlert } from "lucide-react";
import { useQuery } from "urql";
import { AccessReviewStateDocument } from "../../../gen/documents/features/accountaccess/review/ReviewState";
import type { AccessReviewStateQuery } from "../../../gen/types";
import { useLive } from "../../../live/useLive";
import { t } from "../../../text";
import { formatDate, formatMoment } from "../../../text/format";
import { Banner } from "../../../ui/Banner";
import { LinkButton } from "../../../ui/LinkButton";
import { useAccount } from "../../shell/viewer";

// When it was last reviewed who may enter this account, and when that is due.
export function ReviewState() {
  const { id: account, timeZone } = useAccount();
  const [{ data }, again] = useQuery({ query: AccessReviewStateDocument, variables: { account }, requestPolicy: "cache-and-network" });
  useLive("ACCOUNT_ACCESS", () => again({ requestPolicy: "network-only", background: true }));
  const state = data?.account?.accessReviewState;
  if (!state) return null;
  const { kind, icon, title } = standing(state);
  return (
    <Banner
      kind={kind}
      icon={icon}
      title={title}
      actions={
        <LinkButton to="/p/$account/account-access/access-review" params={{ account }} size="small">
          {state.open ? t("Go on reviewing") : t("Access Review")}
        </LinkButton>
      }
    >
      {state.last?.finishedAt ? t("Who may enter was last reviewed {when}, by {username}.", { when: formatMoment(state.last.finishedAt, timeZone), username: state.last.finishedBy ?? "" }) : t("Nobody has reviewed yet who may enter this account.")}
    </Banner>
  );
}

type State = NonNullable<NonNullable<AccessReviewStateQuery["account"]>["accessReviewState"]>;

function standing({ due, overdue, open, last }: State) {
  const day = formatDate(due);
  if (open) return { kind: "info" as const, icon: ClipboardCheck, title: t("An Access Review is open") };
  if (overdue) return { kind: "warning" as const, icon: TriangleAlert, title: t("An Access Review was due on {day}", { day }) };
  return { kind: "info" as const, icon: last ? CircleCheck : ClipboardCheck, title: t("The next Access Review is due on {day}", { day }) };
}
