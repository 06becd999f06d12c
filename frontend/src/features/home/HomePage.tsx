import { t } from "../../text";
import { PageHeader } from "../../ui/PageHeader";
import { useTitle } from "../shell/useTitle";
import { useAccount, useViewer } from "../shell/viewer";
import { AccountsCard } from "./AccountsCard";
import { AskForMore } from "./AskForMore";
import { GettingStarted } from "./GettingStarted";
import { SectionsCard } from "./SectionsCard";

export function HomePage() {
  const account = useAccount();
  const { username, accounts } = useViewer();
  useTitle(t("Home"));
  const setsUp = account.mayEdit("ACCOUNT_ACCESS") || account.mayEdit("CODES_SETUP");
  return (
    <div className="page">
      <PageHeader
        title={t("Home")}
        description={
          <>
            <span translate="no" className="font-medium text-ink">{account.providerName}</span>
            {", "}
            <span translate="no">{account.practiceName}</span>
            {". "}
            {t("You are signed in as {username}.", { username })}
          </>
        }
      />
      {setsUp && <GettingStarted />}
      <AskForMore />
      <SectionsCard />
      {accounts.length > 1 && <AccountsCard />}
    </div>
  );
}
