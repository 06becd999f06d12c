import { EditPsychotherapyNoteDocument } from "../../gen/documents/features/psychotherapynotes/PsychotherapyNote";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { toast } from "../../ui/toast";
import { ConflictDialog } from "../editing/ConflictDialog";
import { theirsIn } from "../editing/theirs";
import { useEdit } from "../editing/useEdit";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import { PsychotherapyForm } from "./PsychotherapyForm";
import { ShareButton } from "./ShareButton";
import { type PsychotherapyFields, type WholePsychotherapyNote, fieldText, noteInput, noteLabels, savedNote } from "./psychotherapyFields";

export function EditPsychotherapyNote({ note }: { note: WholePsychotherapyNote }) {
  const { id: account } = useAccount();
  const whyNot = useWhyNotEdit("PSYCHOTHERAPY_NOTES");
  const { save, isPending, problems, clear } = useSave(EditPsychotherapyNoteDocument);
  const edit = useEdit(savedNote(note), async (version, fields: PsychotherapyFields) => {
    const data = await save({ account, id: note.id, version, input: noteInput(fields) });
    const saved = data?.editPsychotherapyNote?.psychotherapyNote;
    return saved ? savedNote(saved) : undefined;
  });
  const theirs = theirsIn(problems, edit.fields);
  const submit = async () => {
    if (await edit.submit()) toast({ text: t("The note is saved.") });
  };
  return (
    <>
      <PsychotherapyForm
        edit={edit}
        problems={problems}
        isPending={isPending}
        onSubmit={() => void submit()}
        actions={
          <>
            <Button type="submit" variant="primary" isPending={isPending} whyDisabled={whyNot}>
              {t("Save")}
            </Button>
            <ShareButton note={note} whyDisabled={whyNot ?? (edit.isDirty ? t("Save or undo your changes first.") : undefined)} />
          </>
        }
      />
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
