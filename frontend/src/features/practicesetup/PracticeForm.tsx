import { useEffect } from "react";
import { EditPracticeDocument } from "../../gen/documents/features/practicesetup/Practice";
import type { PracticeDataFragment } from "../../gen/types";
import { fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { toast } from "../../ui/toast";
import { ConflictDialog } from "../editing/ConflictDialog";
import { isStale, theirsIn } from "../editing/theirs";
import { useEdit } from "../editing/useEdit";
import { UnsavedDialog } from "../shell/UnsavedDialog";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { type PracticeFields, practiceFieldNames, practiceInput, practiceLabels, practiceText, savedPractice } from "./practiceFields";
import { PracticeFormGroups } from "./PracticeFormGroups";

interface Props {
  account: PracticeDataFragment;
  // Whether something is typed that is not saved.
  onTyped: (isTyped: boolean) => void;
}

export function PracticeForm({ account, onTyped }: Props) {
  const { save, isPending, problems, clear } = useSave(EditPracticeDocument);
  const edit = useEdit(savedPractice(account), async (version, fields: PracticeFields) => {
    const data = await save({ account: account.id, version, input: practiceInput(fields) });
    const saved = data?.editPractice?.account;
    if (!saved) return undefined;
    toast({ text: t("Practice Setup is saved.") });
    return savedPractice(saved);
  });
  const { fields, isDirty, submit, discard } = edit;
  const whyNot = useWhyNotEdit("PRACTICE_SETUP");
  useEffect(() => onTyped(isDirty), [isDirty, onTyped]);
  const theirs = theirsIn(problems, fields);
  const shown = otherProblems(problems, practiceFieldNames).filter((problem) => !isStale(problem));
  return (
    <>
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, practiceFieldNames)} aria-label={t("Practice Setup")} className="flex max-w-200 flex-col gap-4">
        <FormError error={shown[0]?.message} onRetry={shown.some(isRetryable) ? () => void submit() : undefined} isRetrying={isPending} />
        <PracticeFormGroups edit={edit} />
        <FormActions note={isDirty && t("There are changes that are not saved.")}>
          <Button type="submit" variant="primary" isPending={isPending} whyDisabled={whyNot ?? (isDirty ? undefined : t("Nothing has been changed."))}>
            {t("Save")}
          </Button>
          {isDirty && <Button onPress={discard}>{t("Discard changes")}</Button>}
        </FormActions>
      </Form>
      <UnsavedDialog isDirty={isDirty} save={submit} discard={discard} />
      {theirs && (
        <ConflictDialog base={edit.base.fields} mine={fields} theirs={theirs} labels={practiceLabels()} show={practiceText} onSave={(chosen) => void edit.submitOn(theirs, chosen)} onCancel={clear} />
      )}
    </>
  );
}
