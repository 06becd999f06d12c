import { ask } from "./ask";
import { ClientsPage, type ClientsPageQuery } from "./gen/operations";

const account = process.env["ACCOUNT"] ?? "";
let after: string | null = null;
do {
  const page: ClientsPageQuery = await ask(ClientsPage, { account, after });
  const clients = page.account?.clients;
  for (const { lastName, firstName } of clients?.nodes ?? []) console.log(lastName, firstName);
  after = clients?.pageInfo.hasNextPage ? clients.pageInfo.endCursor : null;
} while (after);
