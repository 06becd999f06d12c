import type { ReactNode } from "react";
import { type Problem, fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { t } from "../../text";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { isStale } from "../editing/theirs";
import type { Edit } from "../editing/useEdit";
import { UnsavedDialog } from "../shell/UnsavedDialog";
import { NoteFormFields } from "./NoteFormFields";
import { type NoteFields, noteFieldNames } from "./noteFields";

interface Props {
  edit: Edit<NoteFields>;
  problems: Problem[];
  isPending: boolean;
  onSubmit: () => void;
  before?: ReactNode;
  actions: ReactNode;
}

export function NoteForm({ edit, problems, isPending, onSubmit, before, actions }: Props) {
  const shown = otherProblems(problems, noteFieldNames).filter((problem) => !isStale(problem));
  return (
    <>
      <Form onSubmit={onSubmit} errors={fieldErrors(problems, noteFieldNames)} aria-label={t("Note")}>
        <FormError error={shown[0]?.message} onRetry={shown.some(isRetryable) ? onSubmit : undefined} isRetrying={isPending} />
        {before}
        <NoteFormFields edit={edit} />
        <FormActions note={edit.isDirty && t("There are changes that are not saved.")}>{actions}</FormActions>
      </Form>
      <UnsavedDialog isDirty={edit.isDirty} save={edit.submit} discard={edit.discard} />
    </>
  );
}
