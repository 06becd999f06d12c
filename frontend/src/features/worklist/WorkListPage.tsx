import { BadgeCheck } from "lucide-react";
import { useQuery } from "urql";
import { WorkListDocument } from "../../gen/documents/features/worklist/WorkList";
import { problemsOf } from "../../graphql/problem";
import { useLiveEverywhere } from "../../live/useLive";
import { plural, t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { Skeleton } from "../../ui/Skeleton";
import { CannotLoad } from "../shell/CannotLoad";
import { useTitle } from "../shell/useTitle";
import { useViewer } from "../shell/viewer";
import { kindsOf, sectionsOfWork } from "./kinds";

export function WorkListPage() {
  const { accounts } = useViewer();
  useTitle(t("Work List"));
  return (
    <div className="page">
      <PageHeader title={t("Work List")} description={plural(accounts.length, "What waits to be done in your account.", "What waits to be done in your {count} accounts, as far as you may see it.")} />
      <Kinds />
    </div>
  );
}

function Kinds() {
  const kinds = kindsOf(useViewer());
  const [{ data, error }, again] = useQuery({ query: WorkListDocument, variables: {}, requestPolicy: "cache-and-network", pause: kinds.length === 0 });
  useLiveEverywhere(sectionsOfWork, () => again({ requestPolicy: "network-only", background: true }));
  if (kinds.length === 0) return <Nothing />;
  const work = data?.viewer;
  if (work) return kinds.map(({ section, Work }) => <Work key={section} work={work} error={error} />);
  if (error) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  // All at once: what comes later would push the rest down.
  return <Skeleton rows={8} height={64} label={t("Loading the work")} />;
}

function Nothing() {
  return (
    <EmptyState isPage icon={BadgeCheck} title={t("There is nothing here for you")}>
      {t("The list shows balances, client sessions, session notes and authorizations of accounts in which you may see them.")}
    </EmptyState>
  );
}
