import type { ReactNode } from "react";
import { type Problem, fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { isStale } from "../editing/theirs";
import type { Edit } from "../editing/useEdit";
import { UnsavedDialog } from "../shell/UnsavedDialog";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { SessionFormFields } from "./SessionFormFields";
import { type Codes, type SessionFields, sessionFieldNames } from "./sessionFields";

interface Props {
  edit: Edit<SessionFields>;
  codes: Codes;
  today: string;
  problems: Problem[];
  isPending: boolean;
  saveLabel: string;
  onSaved: () => void;
  onCancel: () => void;
  // Who it is for, where that is still to be chosen.
  before?: ReactNode;
  children?: ReactNode;
}

export function SessionForm({ edit, codes, today, problems, isPending, saveLabel, onSaved, onCancel, before, children }: Props) {
  const whyNot = useWhyNotEdit("CLIENT_SESSIONS");
  const submit = async () => {
    if (await edit.submit()) onSaved();
  };
  const shown = otherProblems(problems, sessionFieldNames.filter((name) => name !== "appointment")).filter((problem) => !isStale(problem));
  return (
    <>
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, sessionFieldNames)} aria-label={t("Client session")}>
        <FormError error={shown[0]?.message} onRetry={shown.some(isRetryable) ? () => void submit() : undefined} isRetrying={isPending} />
        {before}
        <SessionFormFields edit={edit} codes={codes} today={today} />
        <FormActions note={edit.isDirty && t("There are changes that are not saved.")}>
          <Button type="submit" variant="primary" isPending={isPending} whyDisabled={whyNot}>
            {saveLabel}
          </Button>
          <Button onPress={onCancel}>{t("Cancel")}</Button>
        </FormActions>
      </Form>
      <UnsavedDialog isDirty={edit.isDirty} save={edit.submit} discard={edit.discard} />
      {children}
    </>
  );
}
