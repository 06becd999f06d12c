import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { WritePsychotherapyNoteDocument } from "../../gen/documents/features/psychotherapynotes/PsychotherapyNote";
import { PsychotherapyNoteClientsDocument } from "../../gen/documents/features/psychotherapynotes/PsychotherapyNotes";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { dayIn } from "../../text/dayIn";
import { Button } from "../../ui/Button";
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
import { PsychotherapyForm } from "./PsychotherapyForm";
import { WhatSetsThemApart } from "./WhatSetsThemApart";
import { emptyNote, noteInput, savedNote } from "./psychotherapyFields";

export function WritePsychotherapyNotePage() {
  const { id: account, timeZone } = useAccount();
  const navigate = useNavigate();
  const whyNoForm = useWhyNoForm("PSYCHOTHERAPY_NOTES");
  const whyNot = useWhyNotEdit("PSYCHOTHERAPY_NOTES");
  const written = useRef<string>(null);
  const { save, isPending, problems } = useSave(WritePsychotherapyNoteDocument);
  const names = useClientNames(PsychotherapyNoteClientsDocument, []);
  useTitle(t("Write psychotherapy note"));

  const edit = useEdit({ version: 0, fields: { ...emptyNote, noteDate: dayIn(timeZone) } }, async (_, fields) => {
    const data = await save({ account, client: fields.client, input: noteInput(fields) });
    const note = data?.writePsychotherapyNote?.psychotherapyNote;
    if (!note) return undefined;
    written.current = note.id;
    return { ...savedNote(note), fields };
  });

  // To the note that was written, or back to the list.
  const leave = () => {
    const note = written.current;
    if (note) void navigate({ to: "/p/$account/psychotherapy-notes/$psychotherapyNote", params: { account, psychotherapyNote: note }, replace: true });
    else void navigate({ to: "/p/$account/psychotherapy-notes", params: { account } });
  };
  const submit = async () => {
    if (await edit.submit()) leave();
  };

  const list = <TextLink to="/p/$account/psychotherapy-notes" params={{ account }}>{t("Psychotherapy Notes")}</TextLink>;
  return (
    <>
      <PageHeader title={t("Write psychotherapy note")} breadcrumbs={[{ label: t("Psychotherapy Notes"), link: list }, { label: t("Write note") }]} />
      <WhatSetsThemApart />
      {whyNoForm ? (
        <EmptyState title={t("You cannot write psychotherapy notes here")}>{whyNoForm}</EmptyState>
      ) : (
        <PsychotherapyForm
          edit={edit}
          problems={problems}
          isPending={isPending}
          onSubmit={() => void submit()}
          client={<ClientPicker name="client" names={names} value={edit.fields.client} onChange={edit.set("client")} isRequired autoFocus className="max-w-100" />}
          actions={
            <>
              <Button type="submit" variant="primary" isPending={isPending} whyDisabled={whyNot}>
                {t("Save")}
              </Button>
              <Button onPress={leave}>{t("Cancel")}</Button>
            </>
          }
        />
      )}
    </>
  );
}
