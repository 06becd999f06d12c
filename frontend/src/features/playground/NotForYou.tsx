import { Lock } from "lucide-react";
import { useQuery } from "urql";
import { WhoCanGrantDocument } from "../../gen/documents/features/shell/Account";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { PageHeader } from "../../ui/PageHeader";
import { useAccount } from "../shell/viewer";

// The playground takes Full Access to Account Access: why one has it not, and who can give it.
export function NotForYou() {
  const { id } = useAccount();
  const [{ data }] = useQuery({ query: WhoCanGrantDocument, variables: { account: id, section: "ACCOUNT_ACCESS", level: "FULL" } });
  const reason = data?.account?.explainAccess;
  return (
    <div className="page">
      <PageHeader title={t("Playground")} />
      <EmptyState
        icon={Lock}
        title={t("The playground needs Full Access to Account Access")}
        action={
          <LinkButton to="/p/$account/my-access" params={{ account: id }}>
            {t("See my access")}
          </LinkButton>
        }
      >
        <p translate="no">{reason?.sentence}</p>
        {reason && (
          <p className="mt-2">
            {t("These usernames can grant it:")} <span translate="no" className="font-medium">{reason.whoCanGrant.join(", ")}</span>
          </p>
        )}
      </EmptyState>
    </div>
  );
}
