import { PenLine } from "lucide-react";
import { SignNoteDocument } from "../../gen/documents/features/notes/Note";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { Button } from "../../ui/Button";
import { DescriptionList } from "../../ui/DescriptionList";
import { Dialog } from "../../ui/Dialog";
import { FormError } from "../../ui/FormError";
import { toast } from "../../ui/toast";
import { WhatChanged } from "../editing/WhatChanged";
import { usePress } from "../editing/usePress";
import { useAccount, useViewer } from "../shell/viewer";
import type { ReadAgain } from "./NoteFrame";
import { NoteText } from "./NoteText";
import { type WholeNote, fieldText, noteLabels, savedNote } from "./noteFields";
import { typeName } from "./noteWords";

interface Props {
  note: WholeNote;
  again: ReadAgain;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

// Shows what is about to be signed, and says what that means.
export function SignDialog({ note, again, isOpen, onOpenChange }: Props) {
  const { id: account } = useAccount();
  const { username } = useViewer();
  const { press, isPending, problems, clear, changed } = usePress(SignNoteDocument, savedNote(note).fields, { labels: noteLabels(), show: fieldText });
  const open = (now: boolean) => {
    clear();
    onOpenChange(now);
  };
  const sign = async () => {
    // Somebody else has changed it: it is shown as it is now, and the question stays.
    if (!(await press({ account, id: note.id, version: note.version ?? 0 }))) return again({ requestPolicy: "network-only" });
    open(false);
    toast({ text: t("The note is signed.") });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open}
      isDismissable={false}
      isBusy={isPending}
      size="large"
      title={t("Sign this note?")}
      description={t("By signing you say that this note is complete and yours to answer for. Its text can never be changed afterwards, by anybody; what there is to add becomes an addendum with its own name and time.")}
      footer={
        <>
          <Button onPress={() => open(false)}>{t("Not yet")}</Button>
          <Button variant="primary" icon={PenLine} isPending={isPending} onPress={() => void sign()}>
            {t("Sign as {username}", { username })}
          </Button>
        </>
      }
    >
      <FormError error={problems[0]?.message} />
      <WhatChanged changed={changed} />
      <DescriptionList
        rows={[
          { label: t("Client"), value: <span translate="no">{note.client?.displayName}</span> },
          { label: t("Day"), value: note.noteDate && formatDate(note.noteDate) },
          { label: t("Type"), value: typeName(note.noteType) },
        ]}
      />
      <NoteText text={note.body} />
    </Dialog>
  );
}
