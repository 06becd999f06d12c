import { useNavigate } from "@tanstack/react-router";
import { NotebookPen } from "lucide-react";
import { useState } from "react";
import { PsychotherapyNoteClientsDocument, PsychotherapyNoteListDocument } from "../../gen/documents/features/psychotherapynotes/PsychotherapyNotes";
import { usePages } from "../../graphql/usePages";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { PageHeader } from "../../ui/PageHeader";
import { ClientPicker } from "../clientnames/ClientPicker";
import { useClientNames } from "../clientnames/useClientNames";
import { useTitle } from "../shell/useTitle";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import { PsychotherapyNoteTable } from "./PsychotherapyNoteTable";
import { WhatSetsThemApart } from "./WhatSetsThemApart";

export function PsychotherapyNoteListPage() {
  const { id: account, mayEdit } = useAccount();
  const navigate = useNavigate();
  const whyNot = useWhyNotEdit("PSYCHOTHERAPY_NOTES");
  const [client, setClient] = useState("");
  const notes = usePages(PsychotherapyNoteListDocument, { account, client: client || null }, (data) => data.account?.psychotherapyNotes);
  const names = useClientNames(PsychotherapyNoteClientsDocument, []);
  useTitle(t("Psychotherapy Notes"));

  const write = (
    <Button variant="primary" icon={NotebookPen} whyDisabled={whyNot} onPress={() => void navigate({ to: "/p/$account/psychotherapy-notes/new", params: { account } })}>
      {t("Write note")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("Psychotherapy Notes")} badge={!mayEdit("PSYCHOTHERAPY_NOTES") && <Badge>{t("View Only")}</Badge>} actions={write} />
      <WhatSetsThemApart />
      <div role="search" aria-label={t("Psychotherapy notes")}>
        <ClientPicker names={names} value={client} onChange={setClient} onClear={() => setClient("")} className="max-w-80" />
      </div>
      <Card isFlush>
        <PsychotherapyNoteTable account={account} notes={notes} action={client ? <Button onPress={() => setClient("")}>{t("Show all notes")}</Button> : write} />
      </Card>
    </>
  );
}
