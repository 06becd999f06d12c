import { UserRoundX } from "lucide-react";
import type { ReactNode } from "react";
import { type RequestPolicy, useQuery } from "urql";
import { OpenClientDocument } from "../../gen/documents/features/clients/Client";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { Skeleton } from "../../ui/Skeleton";
import { CannotLoad } from "../shell/CannotLoad";
import { useAccount } from "../shell/viewer";
import type { WholeClient } from "./clientFields";

export type ReadAgain = (options: { requestPolicy: RequestPolicy; background?: boolean }) => void;

interface Props {
  id: string;
  requestPolicy: RequestPolicy;
  children: (client: WholeClient, again: ReadAgain) => ReactNode;
}

// Opens a client of the open account: an id of another account is nobody's here, also for somebody who
// may read it there.
export function ClientFrame({ id, requestPolicy, children }: Props) {
  const account = useAccount();
  const [{ data, error }, again] = useQuery({ query: OpenClientDocument, variables: { account: account.id, id }, requestPolicy });
  const client = data?.account?.client;
  if (client) return children(client, again);
  const problems = problemsOf(error);
  if (problems.some(({ code }) => code === "NOT_FOUND")) return <NoSuchClient />;
  if (error) return <CannotLoad problems={problems} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (data) return <NoSuchClient />;
  return <Skeleton rows={12} label={t("Loading the client")} />;
}

// Whether there was one, or another account has it, is nobody's business.
function NoSuchClient() {
  const { id, providerName } = useAccount();
  return (
    <EmptyState isPage icon={UserRoundX} title={t("There is no such client in this account")} action={<LinkButton to="/p/$account/clients" params={{ account: id }}>{t("Go to the clients")}</LinkButton>}>
      {t("You are in the account of {provider}. If the address came from somebody else, it may be of another account.", { provider: providerName })}
    </EmptyState>
  );
}
