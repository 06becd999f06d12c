import { useParams } from "@tanstack/react-router";
import { UserRoundX } from "lucide-react";
import { useQuery } from "urql";
import { InsuranceOfClientDocument } from "../../gen/documents/features/insurance/Insurance";
import { problemsOf } from "../../graphql/problem";
import type { Change } from "../../live/tabs";
import { mayConcernClient, useLive } from "../../live/useLive";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { PageHeader } from "../../ui/PageHeader";
import { Skeleton } from "../../ui/Skeleton";
import { TextLink } from "../../ui/TextLink";
import { CannotLoad } from "../shell/CannotLoad";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { AuthorizationsCard } from "./AuthorizationsCard";
import { PoliciesCard } from "./PoliciesCard";

// The browser keeps titles in its history: the name of a client is in none.
export function ClientInsurancePage() {
  const { client: id } = useParams({ from: "/p/$account/insurance/$client" });
  const { id: account, mayEdit, mayView } = useAccount();
  const [{ data, error }, again] = useQuery({ query: InsuranceOfClientDocument, variables: { account, client: id }, requestPolicy: "cache-and-network" });
  const ask = () => again({ requestPolicy: "network-only", background: true });
  const askIfConcerned = (change: Change) => mayConcernClient(change, id) && ask();
  useLive("INSURANCE", askIfConcerned);
  useLive("CLIENT_SESSIONS", askIfConcerned);
  useTitle(t("A client's insurance"));
  const of = data?.account;
  const name = of?.names?.[0];
  if (error && !of) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!of) return <Skeleton rows={12} label={t("Loading the client's insurance")} />;
  if (!name) return <NoSuchClient />;
  const policies = of.insurancePolicies?.nodes ?? [];
  const list = <TextLink to="/p/$account/insurance" params={{ account }}>{t("Insurance & Authorizations")}</TextLink>;
  return (
    <>
      <PageHeader
        title={<span translate="no">{name.displayName}</span>}
        breadcrumbs={[{ label: t("Insurance & Authorizations"), link: list }, { label: t("Client {number}", { number: name.number }) }]}
        badge={!mayEdit("INSURANCE") && <Badge>{t("View Only")}</Badge>}
        actions={mayView("CLIENTS") && <LinkButton to="/p/$account/clients/$client" params={{ account, client: id }}>{t("Open the client")}</LinkButton>}
      />
      <PoliciesCard client={id} policies={policies} onSaved={ask} />
      <AuthorizationsCard client={id} policies={policies} rows={of.authorizations?.nodes ?? []} onSaved={ask} />
    </>
  );
}

function NoSuchClient() {
  const { id, providerName } = useAccount();
  return (
    <EmptyState isPage icon={UserRoundX} title={t("There is no such client in this account")} action={<LinkButton to="/p/$account/insurance" params={{ account: id }}>{t("Go to the insurance")}</LinkButton>}>
      {t("You are in the account of {provider}. If the address came from somebody else, it may be of another account.", { provider: providerName })}
    </EmptyState>
  );
}
