import { Lock, Share2 } from "lucide-react";
import { useState } from "react";
import { SharePsychotherapyNoteDocument } from "../../gen/documents/features/psychotherapynotes/PsychotherapyNote";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { toast } from "../../ui/toast";
import { WhatChanged } from "../editing/WhatChanged";
import { usePress } from "../editing/usePress";
import { useAccount } from "../shell/viewer";
import { type WholePsychotherapyNote, fieldText, noteLabels, savedNote } from "./psychotherapyFields";

interface Props {
  note: WholePsychotherapyNote;
  whyDisabled: string | undefined;
}

// What others have read cannot be made unread: sharing asks first, and taking it back does not.
export function ShareButton({ note, whyDisabled }: Props) {
  const { id: account } = useAccount();
  const [isOpen, setOpen] = useState(false);
  const { press, isPending, problems, clear, changed } = usePress(SharePsychotherapyNoteDocument, savedNote(note).fields, { labels: noteLabels(), show: fieldText });
  const share = async (shared: boolean) => {
    if (!(await press({ account, id: note.id, version: note.version ?? 0, shared }))) return;
    setOpen(false);
    toast({ text: shared ? t("The note is shared.") : t("The note is yours alone again.") });
  };
  const open = (now: boolean) => {
    clear();
    setOpen(now);
  };
  return (
    <>
      <Button icon={note.shared ? Lock : Share2} whyDisabled={whyDisabled} isPending={isPending && !isOpen} onPress={() => (note.shared ? void share(false) : open(true))}>
        {note.shared ? t("Stop sharing") : t("Share")}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={open}
        title={t("Share this note?")}
        confirmLabel={t("Share")}
        isPending={isPending}
        error={problems[0]?.message}
        onConfirm={() => void share(true)}
      >
        <WhatChanged changed={changed} />
        {t("Everybody who holds Psychotherapy Notes in this account can read it then. They cannot change it. You can stop sharing, but what was read stays read.")}
      </ConfirmDialog>
    </>
  );
}
