import { Lock, Share2 } from "lucide-react";
import { useState } from "react";
import { SharePsychotherapyNoteDocument } from "../../gen/documents/features/psychotherapynotes/PsychotherapyNote";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { toast } from "../../ui/toast";
import { useAccount } from "../shell/viewer";
import type { WholePsychotherapyNote } from "./psychotherapyFields";

interface Props {
  note: WholePsychotherapyNote;
  whyDisabled: string | undefined;
}

// What others have read cannot be made unread: sharing asks first, and taking it back does not.
export function ShareButton({ note, whyDisabled }: Props) {
  const { id: account } = useAccount();
  const [isOpen, setOpen] = useState(false);
  const { save, isPending, problems, clear } = useSave(SharePsychotherapyNoteDocument);
  const share = async (shared: boolean) => {
    if (!(await save({ account, id: note.id, version: note.version ?? 0, shared }))) return;
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
        {t("Everybody who holds Psychotherapy Notes in this account can read it then. They cannot change it. You can stop sharing, but what was read stays read.")}
      </ConfirmDialog>
    </>
  );
}
