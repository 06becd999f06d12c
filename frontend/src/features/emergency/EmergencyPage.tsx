import { LifeBuoy } from "lucide-react";
import { useQuery } from "urql";
import { EmergencyOfferDocument } from "../../gen/documents/features/emergency/Emergency";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { PageHeader } from "../../ui/PageHeader";
import { Skeleton } from "../../ui/Skeleton";
import { inOneLine, levelsOf } from "../accountaccess/consent/levels";
import { CannotLoad } from "../shell/CannotLoad";
import { screens } from "../shell/screens";
import { sectionTitle } from "../shell/sections";
import { useTitle } from "../shell/useTitle";
import { type OpenAccount, useAccount } from "../shell/viewer";
import { StartForm } from "./StartForm";

// Opening at once, in an emergency, what the owner has settled before.
export function EmergencyPage() {
  const account = useAccount();
  useTitle(t("Emergency Access"));
  return (
    <div className="page">
      <PageHeader title={t("Emergency Access")} description={t("For when somebody would come to harm if you had to wait until you are given access.")} />
      {account.myEmergency ? <Running emergency={account.myEmergency} /> : <Offer />}
    </div>
  );
}

function Offer() {
  const { id } = useAccount();
  const [{ data, error }, again] = useQuery({ query: EmergencyOfferDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  if (!data && error) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Skeleton rows={6} height={48} label={t("Loading")} />;
  const offer = data.account?.emergencyOffer;
  if (offer) return <StartForm offer={offer} />;
  return (
    <EmptyState icon={LifeBuoy} title={t("Nothing is settled for you")}>
      {t("Here you could open a part of this account in an emergency, had its owner settled before that you may. Ask the owner, or somebody with Full Access to Account Access.")}
    </EmptyState>
  );
}

function Running({ emergency: { reason, levels } }: { emergency: NonNullable<OpenAccount["myEmergency"]> }) {
  const { id } = useAccount();
  const opened = levelsOf(levels);
  return (
    <Card title={t("Your emergency access runs")} description={t("It cannot be prolonged. Once it is over, you can start another with its own reason.")}>
      <p className="wrap-anywhere">
        <q translate="no">{reason}</q>
      </p>
      <p className="mt-1 text-ink-muted">{inOneLine(opened)}.</p>
      <div className="mt-4 flex flex-wrap gap-2">
        {screens.filter(({ section }) => (opened[section] ?? "NONE") !== "NONE").map(({ section, path, icon }) => (
          <LinkButton key={section} size="small" icon={icon} to={`/p/$account/${path}`} params={{ account: id }}>
            {sectionTitle(section)}
          </LinkButton>
        ))}
      </div>
    </Card>
  );
}
