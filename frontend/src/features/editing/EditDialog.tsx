import { type ReactNode, useId, useState } from "react";
import type { Section } from "../../gen/types";
import { type Problem, fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Form } from "../../ui/Form";
import { FormError } from "../../ui/FormError";
import { ConflictDialog } from "./ConflictDialog";
import type { Saved } from "./draft";
import { isStale, theirsIn } from "./theirs";
import { type Edit, useEdit } from "./useEdit";
import { NoteAlsoHere } from "../presence/NoteAlsoHere";
import { LeaveDialog } from "../shell/LeaveDialog";
import { UnsavedDialog } from "../shell/UnsavedDialog";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import type { Words } from "./words";

export interface EditDialogProps<Fields extends object> {
  section: Section;
  title: string;
  note?: ReactNode;
  // What is edited, so that others who have it open are told of; absent for a new one.
  thing?: string;
  saved: Saved<Fields>;
  words: Words<Fields>;
  save: (version: number, fields: Fields) => Promise<Saved<Fields> | undefined>;
  problems: Problem[];
  isPending: boolean;
  clear: () => void;
  onClose: () => void;
  children: (edit: Edit<Fields>) => ReactNode;
}

// A record to be filled in, in a dialog. Closing it asks first what is to become of changes.
export function EditDialog<Fields extends object>({ section, title, note, thing, saved, words, save, problems, isPending, clear, onClose, children }: EditDialogProps<Fields>) {
  const form = useId();
  const whyNot = useWhyNotEdit(section);
  const edit = useEdit(saved, save);
  const [isLeaving, setLeaving] = useState(false);
  const names = Object.keys(words.labels) as (keyof Fields & string)[];
  const theirs = theirsIn(problems, edit.fields);
  const shown = otherProblems(problems, names).filter((problem) => !isStale(problem));

  const close = () => (edit.isDirty ? setLeaving(true) : onClose());
  const saving = async (done: Promise<boolean>) => {
    setLeaving(false);
    if (await done) onClose();
  };
  const submit = () => void saving(edit.submit());
  return (
    <Dialog
      isOpen
      onOpenChange={close}
      isDismissable={false}
      isBusy={isPending}
      title={title}
      description={<NoteAlsoHere note={note} id={thing} editing={edit.isDirty} />}
      footer={
        <>
          <Button onPress={close}>{t("Cancel")}</Button>
          <Button type="submit" form={form} variant="primary" isPending={isPending} whyDisabled={whyNot}>
            {t("Save")}
          </Button>
        </>
      }
    >
      <Form id={form} onSubmit={submit} errors={fieldErrors(problems, names)} aria-label={title}>
        <FormError error={shown[0]?.message} onRetry={shown.some(isRetryable) ? submit : undefined} isRetrying={isPending} />
        {children(edit)}
      </Form>
      <LeaveDialog isOpen={isLeaving} isSaving={isPending} title={t("Close without saving?")} onSave={submit} onDiscard={onClose} onStay={() => setLeaving(false)} />
      <UnsavedDialog isDirty={edit.isDirty} save={edit.submit} discard={edit.discard} />
      {theirs && (
        <ConflictDialog
          base={edit.base.fields}
          mine={edit.fields}
          theirs={theirs}
          labels={words.labels}
          show={words.show}
          onSave={(chosen) => void saving(edit.submitOn(theirs, chosen))}
          onCancel={clear}
        />
      )}
    </Dialog>
  );
}
