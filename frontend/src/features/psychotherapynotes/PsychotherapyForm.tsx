import type { ReactNode } from "react";
import { type Problem, fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { t } from "../../text";
import { dayIn } from "../../text/dayIn";
import { Card } from "../../ui/Card";
import { DateField } from "../../ui/DateField";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { TextField } from "../../ui/TextField";
import { isStale } from "../editing/theirs";
import type { Edit } from "../editing/useEdit";
import { UnsavedDialog } from "../shell/UnsavedDialog";
import { useAccount } from "../shell/viewer";
import { type PsychotherapyFields, fieldNames, noteLabels } from "./psychotherapyFields";

interface Props {
  edit: Edit<PsychotherapyFields>;
  problems: Problem[];
  isPending: boolean;
  onSubmit: () => void;
  // The client, where one is to be chosen.
  client?: ReactNode;
  actions: ReactNode;
}

export function PsychotherapyForm({ edit, problems, isPending, onSubmit, client, actions }: Props) {
  const { timeZone } = useAccount();
  const labels = noteLabels();
  const { fields, set } = edit;
  const shown = otherProblems(problems, fieldNames).filter((problem) => !isStale(problem));
  return (
    <>
      <Form onSubmit={onSubmit} errors={fieldErrors(problems, fieldNames)} aria-label={t("Psychotherapy note")}>
        <FormError error={shown[0]?.message} onRetry={shown.some(isRetryable) ? onSubmit : undefined} isRetrying={isPending} />
        <Card>
          <div className="flex max-w-190 flex-col gap-4">
            {client}
            <DateField label={labels.noteDate} name="noteDate" value={fields.noteDate} onChange={set("noteDate")} isRequired min="2000-01-01" max={dayIn(timeZone)} className="max-w-50" />
            <TextField label={labels.body} name="body" value={fields.body} onChange={set("body")} rows={16} isRequired maxLength={20_000} autoComplete="off" description={t("Plain text. Nothing of it is in the activity log, which says only that you wrote.")} />
          </div>
        </Card>
        <FormActions note={edit.isDirty && t("There are changes that are not saved.")}>{actions}</FormActions>
      </Form>
      <UnsavedDialog isDirty={edit.isDirty} save={edit.submit} discard={edit.discard} />
    </>
  );
}
