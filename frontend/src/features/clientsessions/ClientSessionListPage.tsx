import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { SessionClientsDocument } from "../../gen/documents/features/clientsessions/ClientSession";
import { ClientSessionListDocument } from "../../gen/documents/features/clientsessions/ClientSessions";
import { usePages } from "../../graphql/usePages";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { DateField } from "../../ui/DateField";
import { PageHeader } from "../../ui/PageHeader";
import { SearchField } from "../../ui/SearchField";
import { Select } from "../../ui/Select";
import { ClientChip } from "../clientnames/ClientChip";
import { useClientNames } from "../clientnames/useClientNames";
import { useLater } from "../editing/useLater";
import { Printable } from "../reports/Printable";
import type { Sheet } from "../reports/PrintSheet";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { LeaveSessions } from "./LeaveSessions";
import { SessionTable } from "./SessionTable";
import { statusOptions, useShared } from "./sessionSearch";

export function ClientSessionListPage() {
  return <Printable>{(print) => <ClientSessionList print={print} />}</Printable>;
}

function ClientSessionList({ print }: { print: (sheet: Sheet) => void }) {
  const { id: account, mayEdit } = useAccount();
  const { client, status, from, until } = useSearch({ from: "/p/$account/client-sessions/" });
  const navigate = useNavigate();
  const [text, setText] = useShared().search;
  const search = useLater(text.trim());
  const whyNot = useWhyNotEdit("CLIENT_SESSIONS");
  const asked = { account, client: client ?? null, search, status: status === "ALL" ? null : status, from: from || null, until: until || null };
  const sessions = usePages(ClientSessionListDocument, asked, (data) => data.account?.clientSessions);
  const names = useClientNames(SessionClientsDocument, sessions.rows.flatMap((row) => row.client ?? []), client);
  useLive("CLIENT_SESSIONS", sessions.refresh);
  useTitle(t("Client Sessions"));

  const filter = (change: { client?: string | undefined; status?: typeof status; from?: string; until?: string }) =>
    void navigate({ to: "/p/$account/client-sessions", params: { account }, search: { client, status, from, until, ...change }, replace: true });
  const add = () => void navigate({ to: "/p/$account/client-sessions/new", params: { account } });
  const clear = () => {
    setText("");
    filter({ client: undefined, status: "ALL", from: "", until: "" });
  };
  const isFiltered = search !== "" || client !== undefined || status !== "ALL" || from !== "" || until !== "";
  return (
    <>
      <PageHeader
        title={t("Client Sessions")}
        badge={!mayEdit("CLIENT_SESSIONS") && <Badge>{t("View Only")}</Badge>}
        actions={
          <>
            <LeaveSessions asked={asked} count={sessions.rows.length} print={print} />
            <Button variant="primary" icon={Plus} whyDisabled={whyNot} onPress={add}>
              {t("Add session")}
            </Button>
          </>
        }
      />
      <div className="flex flex-wrap items-end gap-3" role="search" aria-label={t("Client Sessions")}>
        <SearchField label={t("Search sessions by client")} placeholder={t("Name or number of the client")} value={text} onChange={setText} className="min-w-60 flex-1 desk:max-w-80 phone:basis-full" />
        <DateField label={t("From")} value={from} onChange={(day) => filter({ from: day })} className="w-40 phone:flex-1" />
        <DateField label={t("Until")} value={until} onChange={(day) => filter({ until: day })} className="w-40 phone:flex-1" />
        <Select label={t("Status")} options={statusOptions()} value={status} onChange={(chosen) => filter({ status: chosen })} className="w-36 phone:w-full" />
      </div>
      {client && <ClientChip names={names} client={client} onRemove={() => filter({ client: undefined })} />}
      <Card isFlush>
        <SessionTable sessions={sessions} isFiltered={isFiltered} onClear={clear} onAdd={add} whyNotAdd={whyNot} />
      </Card>
    </>
  );
}
