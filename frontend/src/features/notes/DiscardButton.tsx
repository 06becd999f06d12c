import { FileX, Undo2 } from "lucide-react";
import { DiscardNoteDocument } from "../../gen/documents/features/notes/Note";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { toast } from "../../ui/toast";
import { useQuickSave } from "../editing/useQuickSave";
import { useAccount } from "../shell/viewer";
import type { ReadAgain } from "./NoteFrame";
import { type WholeNote, noteLabels, savedNote } from "./noteFields";

interface Props {
  note: WholeNote;
  again: ReadAgain;
  whyDisabled: string | undefined;
}

// Discards a draft, or takes it back: nothing is lost by it, so nothing is asked.
export function DiscardButton({ note, again, whyDisabled }: Props) {
  const { id: account } = useAccount();
  const send = useQuickSave(DiscardNoteDocument);
  const discard = async (version: number, discarded: boolean) => {
    const saved = (await send({ account, id: note.id, version, discarded }, { shown: savedNote(note).fields, labels: noteLabels() }))?.discardNote?.sessionNote;
    if (!saved) return again({ requestPolicy: "network-only" });
    if (!discarded) return void toast({ text: t("The draft is back.") });
    const undo = { label: t("Undo"), onPress: () => void discard(saved.version ?? 0, false) };
    toast({ text: t("The draft is discarded."), action: undo });
  };
  const isDiscarded = note.status === "DISCARDED";
  return (
    <Button icon={isDiscarded ? Undo2 : FileX} whyDisabled={whyDisabled} onPress={() => void discard(note.version ?? 0, !isDiscarded)}>
      {isDiscarded ? t("Take back") : t("Discard draft")}
    </Button>
  );
}
