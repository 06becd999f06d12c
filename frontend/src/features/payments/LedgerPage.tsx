import { useParams } from "@tanstack/react-router";
import { UserRoundX } from "lucide-react";
import { useQuery } from "urql";
import { ClientLedgerDocument } from "../../gen/documents/features/payments/Ledger";
import { problemsOf } from "../../graphql/problem";
import type { Change } from "../../live/tabs";
import { mayConcernClient, useLive } from "../../live/useLive";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { Skeleton } from "../../ui/Skeleton";
import { Printable } from "../reports/Printable";
import { CannotLoad } from "../shell/CannotLoad";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { OpenLedger } from "./OpenLedger";

// The browser keeps titles in its history: the name of a client is in none.
export function LedgerPage() {
  const { client } = useParams({ from: "/p/$account/payments/$client" });
  const { id: account } = useAccount();
  const [{ data, error }, again] = useQuery({ query: ClientLedgerDocument, variables: { account, client }, requestPolicy: "cache-and-network" });
  const refresh = () => again({ requestPolicy: "network-only" });
  const askIfConcerned = (change: Change) => mayConcernClient(change, client) && again({ requestPolicy: "network-only", background: true });
  useLive("PAYMENTS", askIfConcerned);
  useLive("CLIENT_SESSIONS", askIfConcerned); // what a session costs is in the ledger
  useTitle(t("Ledger"));
  const ledger = data?.account?.ledger;
  if (ledger) return <Printable>{(print) => <OpenLedger ledger={ledger} methods={data.account?.paymentMethods ?? []} types={data.account?.entryTypes ?? []} again={refresh} print={print} />}</Printable>;
  const problems = problemsOf(error);
  if (problems.some(({ code }) => code === "NOT_FOUND")) return <NoSuchLedger />;
  if (error) return <CannotLoad problems={problems} onRetry={refresh} />;
  return <Skeleton rows={10} label={t("Loading the ledger")} />;
}

function NoSuchLedger() {
  const { id } = useAccount();
  return (
    <EmptyState isPage icon={UserRoundX} title={t("There is no such client in this account")} action={<LinkButton to="/p/$account/payments" params={{ account: id }}>{t("Go to Balances Due You")}</LinkButton>}>
      {t("If the address came from somebody else, it may be of another account.")}
    </EmptyState>
  );
}
