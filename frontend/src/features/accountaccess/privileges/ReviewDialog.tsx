import { useState } from "react";
import { isRetryable, type Problem } from "../../../graphql/problem";
import { plural, t } from "../../../text";
import { Button } from "../../../ui/Button";
import { type Choices, isResolved } from "../../../ui/conflict";
import { ConflictView } from "../../../ui/ConflictView";
import { Dialog } from "../../../ui/Dialog";
import { Form } from "../../../ui/Form";
import { FormError } from "../../../ui/FormError";
import { Heading } from "../../../ui/Heading";
import { TextField } from "../../../ui/TextField";
import { ChangeList } from "./ChangeList";
import { conflictRows } from "./conflictRows";
import type { Change } from "./draft";
import type { CellKey } from "./rows";

interface Props {
  changes: readonly Change[];
  problems: readonly Problem[];
  isPending: boolean;
  onSave: (choices: ReadonlyMap<CellKey, "mine" | "theirs">, reason: string) => void;
  onClose: () => void;
  // What not to save is called, where nothing goes on being edited.
  cancel?: string;
}

const formId = "review-privileges";

// The one step before saving: what each username gains and loses.
export function ReviewDialog({ changes, problems, isPending, onSave, onClose, cancel }: Props) {
  const [reason, setReason] = useState("");
  const [choices, setChoices] = useState<Choices>({});
  const conflicts = conflictRows(changes);
  const isOpen = !isResolved(conflicts, choices);
  const [problem] = problems;
  const submit = () => onSave(new Map(conflicts.map(({ id }) => [id, choices[id] ?? "theirs"])), reason);
  const undecided = isOpen ? t("Choose yours or theirs for each level that somebody else has changed too.") : undefined;
  const footer = (
    <>
      <Button onPress={onClose}>{cancel ?? t("Keep editing")}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={isPending} whyDisabled={undecided}>
        {plural(changes.length, "Save {count} change", "Save {count} changes")}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={t("Review changes")} description={t("They hold from the next thing each person does, in this account only.")} footer={footer} isBusy={isPending}>
      <Form id={formId} onSubmit={submit} aria-label={t("Review changes")}>
        <FormError error={problem?.message} title={problem && t("Nothing was saved")} onRetry={problem && isRetryable(problem) ? submit : undefined} isRetrying={isPending} />
        {conflicts.length > 0 && (
          <section className="flex flex-col gap-2">
            <Heading level={3}>{t("Somebody else has changed these too")}</Heading>
            <ConflictView rows={conflicts} choices={choices} onChange={setChoices} />
          </section>
        )}
        <ChangeList changes={changes.filter(({ isConflict }) => !isConflict)} />
        <TextField label={t("Why (optional)")} value={reason} onChange={setReason} maxLength={500} description={t("Kept with each level, for whoever asks later.")} />
      </Form>
    </Dialog>
  );
}
