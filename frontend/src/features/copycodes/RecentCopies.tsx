import { History } from "lucide-react";
import { useQuery } from "urql";
import { RecentCopiesDocument } from "../../gen/documents/features/copycodes/Recent";
import { problemsOf } from "../../graphql/problem";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { FormError } from "../../ui/FormError";
import { Skeleton } from "../../ui/Skeleton";
import { useAccount } from "../shell/viewer";
import { RecentCopy } from "./RecentCopy";

// The latest copies to the account that is open.
export function RecentCopies() {
  const { id: account, providerName, mayView } = useAccount();
  const isSeen = mayView("CODES_SETUP");
  const [{ data, error }, again] = useQuery({ query: RecentCopiesDocument, variables: { account }, pause: !isSeen, requestPolicy: "cache-and-network" });
  const refresh = () => again({ requestPolicy: "network-only" });
  useLive("CODES_SETUP", () => again({ requestPolicy: "network-only", background: true }));
  if (!isSeen) return null;
  const copies = data?.account?.recentCopies;
  return (
    <Card title={t("Copies to {provider}", { provider: providerName })} description={t("The latest ones. A copy can be undone for 30 days; what somebody has changed since stays as it is.")}>
      <FormError error={problemsOf(error)[0]?.message} onRetry={refresh} />
      {!copies && !error && <Skeleton rows={3} label={t("Loading the copies")} />}
      {copies?.length === 0 && (
        <EmptyState isCompact icon={History} title={t("Nothing was copied to this account yet")}>
          {t("What is copied stands here, with who did it and the way to undo it.")}
        </EmptyState>
      )}
      {copies && copies.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {copies.map((copy) => (
            <RecentCopy key={copy.id} copy={copy} />
          ))}
        </ul>
      )}
    </Card>
  );
}
