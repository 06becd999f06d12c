import { useClient } from "urql";
import { LastClientSessionDocument } from "../../gen/documents/features/clientsessions/ClientSession";
import { useAccount } from "../shell/viewer";
import { textOf } from "./sessionFields";

// useLastSession finds the diagnosis codes of a client's last session.
export function useLastSession(): (client: string) => Promise<string> {
  const { id: account } = useAccount();
  const client = useClient();
  return async (id) => {
    const { data } = await client.query(LastClientSessionDocument, { account, client: id }, { requestPolicy: "network-only" });
    return textOf(data?.account?.clientSessions?.nodes?.[0]?.diagnosisCodes);
  };
}
