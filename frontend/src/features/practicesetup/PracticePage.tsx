import { useState } from "react";
import { useQuery } from "urql";
import { PracticeDocument } from "../../gen/documents/features/practicesetup/Practice";
import { problemsOf } from "../../graphql/problem";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { PageHeader } from "../../ui/PageHeader";
import { Skeleton } from "../../ui/Skeleton";
import { useWhyNoForm } from "../editing/useWhyNoForm";
import { AlsoHere } from "../presence/AlsoHere";
import { CannotLoad } from "../shell/CannotLoad";
import { SectionPage } from "../shell/SectionPage";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { PracticeDetails } from "./PracticeDetails";
import { PracticeForm } from "./PracticeForm";

export function PracticePage() {
  const { id, mayEdit } = useAccount();
  const [isTyped, setTyped] = useState(false);
  useTitle(t("Practice Setup"));
  return (
    <SectionPage section="PRACTICE_SETUP">
      <PageHeader
        title={t("Practice Setup")}
        badge={
          <>
            {!mayEdit("PRACTICE_SETUP") && <Badge>{t("View Only")}</Badge>}
            <AlsoHere id={id} page="PRACTICE_SETUP" editing={isTyped} />
          </>
        }
        description={t("What everybody in this account sees, and what invoices and claims print.")}
      />
      <Practice onTyped={setTyped} />
    </SectionPage>
  );
}

function Practice({ onTyped }: { onTyped: (isTyped: boolean) => void }) {
  const { id } = useAccount();
  const whyNot = useWhyNoForm("PRACTICE_SETUP");
  const [{ data, error }, again] = useQuery({ query: PracticeDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  useLive("PRACTICE_SETUP", () => again({ requestPolicy: "network-only", background: true }));
  const account = data?.account;
  if (!account && error) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!account) return <Skeleton rows={6} />;
  return whyNot ? <PracticeDetails account={account} why={whyNot} /> : <PracticeForm account={account} onTyped={onTyped} />;
}
