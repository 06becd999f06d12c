import { t } from "../../text";
import { PageHeader } from "../../ui/PageHeader";
import { useTitle } from "../shell/useTitle";
import { useAccount, useViewer } from "../shell/viewer";
import { SecondFactorCard } from "../secondfactor/SecondFactorCard";
import { OfferCard } from "../emergency/OfferCard";
import { AccountsCard } from "./AccountsCard";
import { ApiTokensCard } from "./ApiTokensCard";
import { PasswordCard } from "./PasswordCard";
import { SectionsCard } from "./SectionsCard";
import { SignInsCard } from "./SignInsCard";

// What one may do, and one's own password and sign-ins: open to everybody who may enter the account.
export function MyAccessPage() {
  const { providerName, seenAs } = useAccount();
  const { username, accounts } = useViewer();
  useTitle(t("My Access"));
  if (seenAs) return <AccessOfSeen username={seenAs} provider={providerName} />;
  return (
    <div className="page">
      <PageHeader title={t("My Access")} description={t("What {username} may do in the account of {provider}, and why.", { username, provider: providerName })} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <SectionsCard />
          <OfferCard />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {accounts.length > 1 && <AccountsCard />}
          <SignInsCard />
          <PasswordCard />
          <SecondFactorCard />
          <ApiTokensCard />
        </div>
      </div>
    </div>
  );
}

// In a view: what the seen username may do. Password and sign-ins are nobody else's to see.
function AccessOfSeen({ username, provider }: { username: string; provider: string }) {
  return (
    <div className="page">
      <PageHeader title={t("My Access")} description={t("What {username} may do in the account of {provider}, and why.", { username, provider })} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <SectionsCard />
      </div>
    </div>
  );
}
