import { useState } from "react";
import { LetAppInDocument } from "../../gen/documents/features/apps/Apps";
import type { AppLineFragment } from "../../gen/types";
import { fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { DialogActions } from "../../ui/DialogActions";
import { Form } from "../../ui/Form";
import { FormError } from "../../ui/FormError";
import { toast } from "../../ui/toast";
import { levelsOf, levelsToGive } from "../accountaccess/consent/levels";
import { holdsAnything } from "../apitokens/levels";
import { useAccount } from "../shell/viewer";
import { MostField } from "./MostField";

const fields = ["levels"];

interface Props {
  app: AppLineFragment;
  onClose: () => void;
  onChanged: () => void;
}

// Of an app that is in, the most that it may do; one that was shut out is let in again with it.
export function LevelsDialog({ app, onClose, onChanged }: Props) {
  const { id: account } = useAccount();
  const [levels, setLevels] = useState(() => levelsOf(app.levels ?? []));
  const { save, isPending, problems } = useSave(LetAppInDocument);
  const [other] = otherProblems(problems, fields);
  const errors = fieldErrors(problems, fields);
  const title = app.isIn ? t("Change the levels of {app}", { app: app.name ?? "" }) : t("Let {app} in again", { app: app.name ?? "" });
  const submit = async () => {
    if (!(await save({ account, clientId: app.clientId ?? "", version: app.version ?? 0, levels: levelsToGive(levels) }))?.letAppIn) return;
    toast({ text: app.isIn ? t("The levels are changed. They hold on its next request.") : t("{app} is let in here.", { app: app.name ?? "" }) });
    onChanged();
    onClose();
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={title} size="large" isDismissable={false} isBusy={isPending}>
      <Form onSubmit={() => void submit()} errors={errors} aria-label={title}>
        <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: () => void submit(), isRetrying: isPending })} />
        <MostField levels={levels} onChange={setLevels} {...(errors["levels"] && { error: errors["levels"] })} />
        <DialogActions>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isPending} whyDisabled={holdsAnything(levels) ? undefined : t("Choose at least one section, or shut the app out.")}>
            {app.isIn ? t("Save") : t("Let it in")}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
