import type { AddClientMutation, ClientInput, OpenClientQuery, WholeClientFragment } from "../../frontend/src/gen/types";
import type { Person } from "../harness/person";

// Adds a client over the API.
export async function addClient(person: Person, input: ClientInput): Promise<WholeClientFragment> {
  const { addClient: added } = await person.api<AddClientMutation>("AddClient", { account: person.account.id, input });
  if (!added?.client) throw new Error("no client was added");
  return added.client;
}

// A client as it is on the server.
export async function openClient(person: Person, id: string): Promise<WholeClientFragment> {
  const { account } = await person.api<OpenClientQuery>("OpenClient", { account: person.account.id, id });
  if (!account?.client) throw new Error("there is no such client");
  return account.client;
}
