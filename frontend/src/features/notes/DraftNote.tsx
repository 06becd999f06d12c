import { PenLine } from "lucide-react";
import { useEffect, useState } from "react";
import { EditNoteDocument } from "../../gen/documents/features/notes/Note";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { toast } from "../../ui/toast";
import { ConflictDialog } from "../editing/ConflictDialog";
import { theirsIn } from "../editing/theirs";
import { useEdit } from "../editing/useEdit";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import { DiscardButton } from "./DiscardButton";
import type { ReadAgain } from "./NoteFrame";
import { NoteForm } from "./NoteForm";
import { SignDialog } from "./SignDialog";
import { type NoteFields, type WholeNote, fieldText, noteInput, noteLabels, savedNote } from "./noteFields";

interface Props {
  note: WholeNote;
  again: ReadAgain;
  // Whether something is typed that is not saved.
  onTyped: (isTyped: boolean) => void;
}

export function DraftNote({ note, again, onTyped }: Props) {
  const { id: account } = useAccount();
  const whyNot = useWhyNotEdit("NOTES");
  const [isSigning, setSigning] = useState(false);
  const { save, isPending, problems, clear } = useSave(EditNoteDocument);
  const edit = useEdit(savedNote(note), async (version, fields: NoteFields) => {
    const data = await save({ account, id: note.id, version, input: noteInput(fields) });
    const saved = data?.editNote?.sessionNote;
    return saved ? savedNote(saved) : undefined;
  });
  useEffect(() => onTyped(edit.isDirty), [edit.isDirty, onTyped]);
  const theirs = theirsIn(problems, edit.fields);

  const submit = async () => {
    if (await edit.submit()) toast({ text: t("The draft is saved.") });
  };
  // What is signed is what is saved.
  const review = async () => {
    if (!edit.isDirty || (await edit.submit())) setSigning(true);
  };
  return (
    <>
      <NoteForm
        edit={edit}
        problems={problems}
        isPending={isPending}
        onSubmit={() => void submit()}
        actions={
          <>
            <Button type="submit" isPending={isPending} whyDisabled={whyNot}>
              {t("Save draft")}
            </Button>
            <Button variant="primary" icon={PenLine} whyDisabled={whyNot} onPress={() => void review()}>
              {t("Review and sign")}
            </Button>
            <DiscardButton note={note} again={again} whyDisabled={whyNot ?? (edit.isDirty ? t("Save or undo your changes first.") : undefined)} />
          </>
        }
      />
      <SignDialog note={note} again={again} isOpen={isSigning} onOpenChange={setSigning} />
      {theirs && (
        <ConflictDialog
          base={edit.base.fields}
          mine={edit.fields}
          theirs={theirs}
          labels={noteLabels()}
          show={fieldText}
          onSave={(chosen) => void edit.submitOn(theirs, chosen)}
          onCancel={clear}
        />
      )}
    </>
  );
}
