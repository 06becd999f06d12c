import { t } from "../../text";
import { Banner } from "../../ui/Banner";
import { PageHeader } from "../../ui/PageHeader";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { NotForYou } from "./NotForYou";
import { Workbench } from "./Workbench";

// For those who run the account. The server decides that again for each query.
export function PlaygroundPage() {
  const account = useAccount();
  useTitle(t("Playground"));
  if (!account.mayEdit("ACCOUNT_ACCESS")) return <NotForYou />;
  return (
    <div className="page">
      <PageHeader title={t("Playground")} description={t("Ask the API of Lanyard whatever you like to know, and read its schema.")} />
      <Banner>{t("Everything here runs with your own privileges, on real data, and is written to the activity log. What you type is kept nowhere: it is gone when you leave this page.")}</Banner>
      <Workbench />
    </div>
  );
}
