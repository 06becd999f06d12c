import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef } from "react";
import { WriteNoteDocument } from "../../gen/documents/features/notes/Note";
import { NoteClientsDocument } from "../../gen/documents/features/notes/Notes";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { dayIn } from "../../text/dayIn";
import { formatDate } from "../../text/format";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { TextLink } from "../../ui/TextLink";
import { ClientPicker } from "../clientnames/ClientPicker";
import { useClientNames } from "../clientnames/useClientNames";
import { useEdit } from "../editing/useEdit";
import { useWhyNoForm } from "../editing/useWhyNoForm";
import { useTitle } from "../shell/useTitle";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import { NoteForm } from "./NoteForm";
import { emptyNote, noteInput, savedNote } from "./noteFields";

export function WriteNotePage() {
  const { id: account, timeZone } = useAccount();
  const { client = "", session = "", day } = useSearch({ from: "/p/$account/notes/new" });
  const navigate = useNavigate();
  const whyNoForm = useWhyNoForm("NOTES");
  const whyNot = useWhyNotEdit("NOTES");
  const written = useRef<string>(null);
  const { save, isPending, problems } = useSave(WriteNoteDocument);
  const names = useClientNames(NoteClientsDocument, [], client);
  useTitle(t("Write note"));

  const edit = useEdit({ version: 0, fields: { ...emptyNote, client, session, noteDate: day || dayIn(timeZone) } }, async (_, fields) => {
    const data = await save({ account, client: fields.client, input: noteInput(fields) });
    const note = data?.writeNote?.sessionNote;
    if (!note) return undefined;
    written.current = note.id;
    return { ...savedNote(note), fields };
  });

  // A session is one client's: a note about another is about no session.
  const chooseClient = (chosen: string) => {
    if (chosen !== edit.fields.client) edit.set("session")("");
    edit.set("client")(chosen);
  };
  // To the note that was written, or back to the list.
  const leave = () => {
    const note = written.current;
    if (note) void navigate({ to: "/p/$account/notes/$note", params: { account, note }, replace: true });
    else void navigate({ to: "/p/$account/notes", params: { account } });
  };
  const submit = async () => {
    if (await edit.submit()) leave();
  };

  const list = <TextLink to="/p/$account/notes" params={{ account }}>{t("Session Notes")}</TextLink>;
  return (
    <>
      <PageHeader title={t("Write note")} breadcrumbs={[{ label: t("Session Notes"), link: list }, { label: t("Write note") }]} description={t("It is saved as a draft first. You sign it when it is finished.")} />
      {whyNoForm ? (
        <EmptyState title={t("You cannot write notes here")}>{whyNoForm}</EmptyState>
      ) : (
        <NoteForm
          edit={edit}
          problems={problems}
          isPending={isPending}
          onSubmit={() => void submit()}
          before={
            <Card>
              <ClientPicker name="client" names={names} value={edit.fields.client} onChange={chooseClient} isRequired autoFocus={!session} className="max-w-100" />
              {edit.fields.session && <p className="mt-2 text-ink-muted">{t("The note is about the client session of {day}.", { day: formatDate(day || dayIn(timeZone)) })}</p>}
            </Card>
          }
          actions={
            <>
              <Button type="submit" variant="primary" isPending={isPending} whyDisabled={whyNot}>
                {t("Save draft")}
              </Button>
              <Button onPress={leave}>{t("Cancel")}</Button>
            </>
          }
        />
      )}
    </>
  );
}
