import type { ReactNode } from "react";
import { useQuery } from "urql";
import { SessionCodesDocument } from "../../gen/documents/features/clientsessions/ClientSession";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { Skeleton } from "../../ui/Skeleton";
import { CannotLoad } from "../shell/CannotLoad";
import { useAccount } from "../shell/viewer";
import type { Codes } from "./sessionFields";

// Reads what a session may be given, once for a form.
export function SessionCodesFrame({ children }: { children: (codes: Codes) => ReactNode }) {
  const account = useAccount();
  const [{ data, error }, again] = useQuery({ query: SessionCodesDocument, variables: { account: account.id } });
  const codes = data?.account?.sessionCodes;
  if (codes) return children(codes);
  if (error) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  return <Skeleton rows={10} label={t("Loading the codes")} />;
}
