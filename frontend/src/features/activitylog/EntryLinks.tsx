import { t } from "../../text";
import { TextLink } from "../../ui/TextLink";
import { useAccount } from "../shell/viewer";
import type { Entry } from "./entry";
import type { LogSearch } from "./search";

// From an entry to what it belongs with. Each is a search of its own.
export function EntryLinks({ entry: { id, username, app, token, code, clientIds, emergency } }: { entry: Entry }) {
  const client = clientIds?.length === 1 ? clientIds[0] : undefined;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {username && <LogLink search={{ username }}>{t("Everything by {username}", { username })}</LogLink>}
      {token && <LogLink search={{ token }}>{t("Everything by {username}", { username: app ?? "" })}</LogLink>}
      {client && <LogLink search={{ client }}>{t("Everything about this client")}</LogLink>}
      {emergency && <LogLink search={{ emergency }}>{t("Everything during this emergency access")}</LogLink>}
      {code && <LogLink search={{ code }}>{t("Everything of this kind")}</LogLink>}
      <LogLink search={{ event: id }}>{t("Link to this entry")}</LogLink>
    </ul>
  );
}

function LogLink({ search, children }: { search: LogSearch; children: string }) {
  const account = useAccount();
  return (
    <li>
      <TextLink to="/p/$account/activity-log" params={{ account: account.id }} search={({ utc }: LogSearch) => ({ ...search, ...(utc && { utc }) })}>
        {children}
      </TextLink>
    </li>
  );
}
