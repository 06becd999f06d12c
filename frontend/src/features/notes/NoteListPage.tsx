import { useNavigate, useSearch } from "@tanstack/react-router";
import { NotebookPen } from "lucide-react";
import { NoteClientsDocument, NoteListDocument } from "../../gen/documents/features/notes/Notes";
import { usePages } from "../../graphql/usePages";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { PageHeader } from "../../ui/PageHeader";
import { useClientNames } from "../clientnames/useClientNames";
import { useTitle } from "../shell/useTitle";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import { NoteFilters } from "./NoteFilters";
import { NoteTable } from "./NoteTable";
import { type NoteSearch, isNarrowed, orNull } from "./noteSearch";

const route = "/p/$account/notes/";

export function NoteListPage() {
  const { id: account, mayEdit } = useAccount();
  const search = useSearch({ from: route });
  const navigate = useNavigate();
  const whyNot = useWhyNotEdit("NOTES");
  const { client = null, type, status, from = null, until = null } = search;
  const asked = { account, client, noteType: orNull(type), status: orNull(status), from: from || null, until: until || null };
  const notes = usePages(NoteListDocument, asked, (data) => data.account?.sessionNotes);
  const names = useClientNames(NoteClientsDocument, notes.rows.flatMap((row) => row.client ?? []), search.client);
  useLive("NOTES", notes.refresh);
  useTitle(t("Session Notes"));

  const show = (to: NoteSearch) => void navigate({ to: "/p/$account/notes", params: { account }, search: to, replace: true });
  const write = () => void navigate({ to: "/p/$account/notes/new", params: { account }, search: { client: search.client } });
  return (
    <>
      <PageHeader
        title={t("Session Notes")}
        badge={!mayEdit("NOTES") && <Badge>{t("View Only")}</Badge>}
        actions={
          <Button variant="primary" icon={NotebookPen} whyDisabled={whyNot} onPress={write}>
            {t("Write note")}
          </Button>
        }
      />
      <NoteFilters search={search} names={names} onChange={(change) => show({ ...search, ...change })} />
      <Card isFlush>
        <NoteTable
          account={account}
          notes={notes}
          isNarrowed={isNarrowed(search)}
          onAll={() => show({ type: "ANY", status: "ANY", from: "", until: "" })}
          onWrite={write}
          whyNotWrite={whyNot}
        />
      </Card>
    </>
  );
}
