import { EditPracticeDocument } from "../../gen/documents/features/practicesetup/Practice";
import type { PracticeDataFragment } from "../../gen/types";
import { fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { ComboBox } from "../../ui/ComboBox";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { TextField } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { ConflictDialog } from "../editing/ConflictDialog";
import { theirsIn } from "../editing/theirs";
import { useEdit } from "../editing/useEdit";
import { UnsavedDialog } from "../shell/UnsavedDialog";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { timeZones } from "../signin/timeZones";
import { type PracticeFields, practiceFieldNames, practiceLabels, savedPractice } from "./practiceFields";

export function PracticeForm({ account }: { account: PracticeDataFragment }) {
  const { save, isPending, problems, clear } = useSave(EditPracticeDocument);
  const edit = useEdit(savedPractice(account), async (version, input: PracticeFields) => {
    const data = await save({ account: account.id, version, input });
    const saved = data?.editPractice?.account;
    if (!saved) return undefined;
    toast({ text: t("Practice Setup is saved.") });
    return savedPractice(saved);
  });
  const { fields, set, isDirty, submit, discard } = edit;
  const labels = practiceLabels();
  const whyNot = useWhyNotEdit("PRACTICE_SETUP");
  const theirs = theirsIn(problems, fields);
  const shown = otherProblems(problems, practiceFieldNames).filter(({ code }) => code !== "CONFLICT");
  return (
    <Card>
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, practiceFieldNames)} aria-label={t("Practice Setup")} className="flex max-w-140 flex-col gap-4">
        <FormError error={shown[0]?.message} onRetry={shown.some(isRetryable) ? () => void submit() : undefined} isRetrying={isPending} />
        <TextField label={labels.practiceName} name="practiceName" value={fields.practiceName} onChange={set("practiceName")} isRequired maxLength={200} autoComplete="off" />
        <TextField label={labels.providerName} name="providerName" value={fields.providerName} onChange={set("providerName")} isRequired maxLength={200} autoComplete="off" description={t("So the account is called in the Provider drop-down.")} />
        <TextField label={labels.email} name="email" type="email" value={fields.email} onChange={set("email")} isRequired autoComplete="off" description={t("Notices to the owner go here.")} />
        <ComboBox label={labels.timeZone} name="timeZone" options={timeZones(fields.timeZone)} value={fields.timeZone} onChange={(zone) => set("timeZone")(zone ?? "")} isRequired description={t("All times of this account are shown in it.")} />
        <FormActions note={isDirty && t("There are changes that are not saved.")}>
          <Button type="submit" variant="primary" isPending={isPending} whyDisabled={whyNot ?? (isDirty ? undefined : t("Nothing has been changed."))}>
            {t("Save")}
          </Button>
          {isDirty && <Button onPress={discard}>{t("Discard changes")}</Button>}
        </FormActions>
      </Form>
      <UnsavedDialog isDirty={isDirty} save={submit} discard={discard} />
      {theirs && (
        <ConflictDialog base={edit.base.fields} mine={fields} theirs={theirs} labels={labels} show={(field, of) => of[field]} onSave={(chosen) => void edit.submitOn(theirs, chosen)} onCancel={clear} />
      )}
    </Card>
  );
}
