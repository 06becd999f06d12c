import { AddendNoteDocument } from "../../gen/documents/features/notes/Note";
import { fieldErrors, otherProblems } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { TextField } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { useEdit } from "../editing/useEdit";
import { UnsavedDialog } from "../shell/UnsavedDialog";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import type { WholeNote } from "./noteFields";

const nothing = { version: 0, fields: { body: "" } };

export function AddendumForm({ note }: { note: WholeNote }) {
  const { id: account } = useAccount();
  const whyNot = useWhyNotEdit("NOTES");
  const { save, isPending, problems } = useSave(AddendNoteDocument);
  const edit = useEdit(nothing, async (_, { body }) => {
    if (!(await save({ account, id: note.id, body }))) return undefined;
    toast({ text: t("The addendum is added.") });
    return nothing;
  });
  const submit = async () => {
    if (await edit.submit()) edit.discard();
  };
  return (
    <>
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, ["body"])} aria-label={t("Addendum")}>
        <FormError error={otherProblems(problems, ["body"])[0]?.message} />
        <TextField
          label={t("New addendum")}
          name="body"
          value={edit.fields.body}
          onChange={edit.set("body")}
          rows={4}
          isRequired
          maxLength={20_000}
          autoComplete="off"
          className="max-w-190"
          description={t("It stays for good, with your username and the time.")}
        />
        <FormActions>
          <Button type="submit" isPending={isPending} whyDisabled={whyNot}>
            {t("Add addendum")}
          </Button>
        </FormActions>
      </Form>
      <UnsavedDialog isDirty={edit.isDirty} save={edit.submit} discard={edit.discard} />
    </>
  );
}
