import { useQuery } from "urql";
import { PracticeDocument } from "../../gen/documents/features/practicesetup/Practice";
import { problemsOf } from "../../graphql/problem";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { DescriptionList } from "../../ui/DescriptionList";
import { PageHeader } from "../../ui/PageHeader";
import { Skeleton } from "../../ui/Skeleton";
import { useWhyNoForm } from "../editing/useWhyNoForm";
import { CannotLoad } from "../shell/CannotLoad";
import { SectionPage } from "../shell/SectionPage";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { PracticeForm } from "./PracticeForm";
import { practiceFieldNames, practiceLabels, savedPractice } from "./practiceFields";

export function PracticePage() {
  const { mayEdit } = useAccount();
  useTitle(t("Practice Setup"));
  return (
    <SectionPage section="PRACTICE_SETUP">
      <PageHeader title={t("Practice Setup")} badge={!mayEdit("PRACTICE_SETUP") && <Badge>{t("View Only")}</Badge>} description={t("What everybody in this account sees, and where notices to its owner go.")} />
      <Practice />
    </SectionPage>
  );
}

function Practice() {
  const { id } = useAccount();
  const whyNot = useWhyNoForm("PRACTICE_SETUP");
  const [{ data, error }, again] = useQuery({ query: PracticeDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  useLive("PRACTICE_SETUP", () => again({ requestPolicy: "network-only", background: true }));
  const account = data?.account;
  if (!account && error) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!account) return <Skeleton rows={6} />;
  if (!whyNot) return <PracticeForm account={account} />;
  const { fields } = savedPractice(account);
  const labels = practiceLabels();
  return (
    <Card>
      <DescriptionList rows={practiceFieldNames.map((name) => ({ label: labels[name], value: <span translate="no">{fields[name]}</span> }))} />
      <p className="mt-4 text-sm text-ink-muted">{whyNot}</p>
    </Card>
  );
}
