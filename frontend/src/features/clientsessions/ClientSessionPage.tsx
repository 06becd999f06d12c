import { useParams } from "@tanstack/react-router";
import { CalendarX2 } from "lucide-react";
import { useQuery } from "urql";
import { OpenClientSessionDocument } from "../../gen/documents/features/clientsessions/ClientSession";
import { problemsOf } from "../../graphql/problem";
import { mayConcern, useLive } from "../../live/useLive";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { Skeleton } from "../../ui/Skeleton";
import { CannotLoad } from "../shell/CannotLoad";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { OpenedSession } from "./OpenedSession";

// The browser keeps titles in its history: the name of a client is in none.
export function ClientSessionPage() {
  const { session: id } = useParams({ from: "/p/$account/client-sessions/$session" });
  useTitle(t("Client session"));
  return <Opened key={id} id={id} />;
}

function Opened({ id }: { id: string }) {
  const { id: account } = useAccount();
  const [{ data, error }, again] = useQuery({ query: OpenClientSessionDocument, variables: { account, id }, requestPolicy: "cache-and-network" });
  useLive("CLIENT_SESSIONS", (change) => mayConcern(change, id) && again({ requestPolicy: "network-only", background: true }));
  const session = data?.account?.clientSession;
  if (session) return <OpenedSession session={session} again={() => again({ requestPolicy: "network-only" })} />;
  const problems = problemsOf(error);
  const isGone = problems.some(({ code }) => code === "NOT_FOUND") || (data && !error);
  if (isGone) return <NoSuchSession />;
  if (error) return <CannotLoad problems={problems} onRetry={() => again({ requestPolicy: "network-only" })} />;
  return <Skeleton rows={12} label={t("Loading the session")} />;
}

function NoSuchSession() {
  const { id, providerName } = useAccount();
  return (
    <EmptyState isPage icon={CalendarX2} title={t("There is no such session in this account")} action={<LinkButton to="/p/$account/client-sessions" params={{ account: id }}>{t("Go to the sessions")}</LinkButton>}>
      {t("You are in the account of {provider}. If the address came from somebody else, it may be of another account.", { provider: providerName })}
    </EmptyState>
  );
}
