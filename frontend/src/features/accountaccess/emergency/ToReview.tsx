import { useQuery } from "urql";
import { EmergenciesToReviewDocument } from "../../../gen/documents/features/accountaccess/emergency/Emergencies";
import { useLive } from "../../../live/useLive";
import { plural, t } from "../../../text";
import { Banner } from "../../../ui/Banner";
import { LinkButton } from "../../../ui/LinkButton";
import { useAccount } from "../../shell/viewer";

// That emergency accesses wait for somebody to look at them.
export function ToReview() {
  const { id } = useAccount();
  const [{ data }, again] = useQuery({ query: EmergenciesToReviewDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  useLive("ACCOUNT_ACCESS", () => again({ requestPolicy: "network-only", background: true }));
  const waiting = data?.account?.emergenciesToReview ?? 0;
  if (waiting === 0) return null;
  return (
    <div className="mt-4">
      <Banner
        kind="warning"
        title={plural(waiting, "{count} emergency access waits for its review", "{count} emergency accesses wait for their review")}
        actions={
          <LinkButton size="small" to="/p/$account/account-access/emergency" params={{ account: id }}>
            {t("Review")}
          </LinkButton>
        }
      >
        {t("Somebody else than its user says whether it was justified.")}
      </Banner>
    </div>
  );
}
