import type { ClientOfListFragment } from "../../gen/types";
import { RowLink } from "../../ui/RowLink";
import { useAccount } from "../shell/viewer";
import { nameInList } from "./clientName";

export function ClientNameLink({ client }: { client: ClientOfListFragment }) {
  const account = useAccount();
  return (
    <span translate="no">
      <RowLink to="/p/$account/clients/$client" params={{ account: account.id, client: client.id }}>
        {nameInList(client)}
      </RowLink>
      {client.preferredName && <span className="ml-1.5 text-ink-muted">“{client.preferredName}”</span>}
    </span>
  );
}
