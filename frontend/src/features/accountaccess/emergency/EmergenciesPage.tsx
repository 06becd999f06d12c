import { LifeBuoy } from "lucide-react";
import { Suspense, lazy } from "react";
import { useQuery } from "urql";
import { EmergenciesDocument } from "../../../gen/documents/features/accountaccess/emergency/Emergencies";
import { problemsOf } from "../../../graphql/problem";
import { useLive } from "../../../live/useLive";
import { plural, t } from "../../../text";
import { Badge } from "../../../ui/Badge";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { Skeleton } from "../../../ui/Skeleton";
import { CannotLoad } from "../../shell/CannotLoad";
import { useTitle } from "../../shell/useTitle";
import { useAccount } from "../../shell/viewer";
import { EmergencyItem } from "./EmergencyItem";

const LaterSettings = lazy(() => import("./SettingsCard").then((module) => ({ default: module.SettingsCard })));

// Who may open what in an emergency, and each time that somebody did.
export function EmergenciesPage() {
  const { id } = useAccount();
  const [{ data, error }, again] = useQuery({ query: EmergenciesDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  useTitle(t("Emergency Access"));
  useLive("ACCOUNT_ACCESS", () => again({ requestPolicy: "network-only", background: true }));
  const account = data?.account;
  if (!data && error) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const waiting = account?.emergencies?.filter(({ state }) => state === "OVER").length ?? 0;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={t("Each time it was used")} isFlush actions={waiting > 0 && <Badge kind="warning">{plural(waiting, "{count} waits for its review", "{count} wait for their review")}</Badge>}>
        {!account && <div className="px-5 py-3"><Skeleton rows={3} height={70} /></div>}
        {account?.emergencies?.length === 0 && (
          <EmptyState icon={LifeBuoy} title={t("Nobody has used it yet")} isCompact>
            {t("When somebody does, you are told at once, and it stands here until somebody else has reviewed it.")}
          </EmptyState>
        )}
        <ul>
          {account?.emergencies?.map((emergency) => <EmergencyItem key={emergency.id} emergency={emergency} />)}
        </ul>
      </Card>
      <Suspense fallback={<Skeleton rows={8} height={48} />}>
        {account?.emergencySettings ? (
          <LaterSettings
            key={account.emergencySettings.version}
            settings={account.emergencySettings}
            usernames={account.usernames ?? []}
            onSaved={() => again({ requestPolicy: "network-only" })}
          />
        ) : (
          <Skeleton rows={8} height={48} />
        )}
      </Suspense>
    </div>
  );
}
