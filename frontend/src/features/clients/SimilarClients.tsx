import { useEffect } from "react";
import { useQuery } from "urql";
import { SimilarClientsDocument } from "../../gen/documents/features/clients/ClientList";
import { plural, t } from "../../text";
import { announce } from "../../ui/announce";
import { useAccount } from "../shell/viewer";
import { ClientNameLink } from "./ClientNameLink";
import type { StatusFilter } from "./clientStatus";

interface Props {
  search: string;
  status: StatusFilter;
}

// Under a search that finds nobody: whose name is spelt much like it.
export function SimilarClients({ search, status }: Props) {
  const { id: account } = useAccount();
  const [{ data, fetching }] = useQuery({ query: SimilarClientsDocument, variables: { account, search, status: status === "ALL" ? null : status } });
  const similar = (!fetching && data?.account?.clients?.similar) || [];
  const count = similar.length;
  useEffect(() => {
    if (count > 0) announce(plural(count, "{count} client with a name like it", "{count} clients with names like it"));
  }, [count]);
  if (count === 0) return null;
  return (
    <section aria-label={t("Names like it")} className="border-t border-line px-5 py-4 text-center">
      <h2 className="text-sm font-semibold text-ink-muted">{t("Did you mean")}</h2>
      <ul className="mt-1.5 flex flex-wrap justify-center gap-x-5 gap-y-1">
        {similar.map((client) => (
          <li key={client.id} className="relative">
            <ClientNameLink client={client} />
          </li>
        ))}
      </ul>
    </section>
  );
}
