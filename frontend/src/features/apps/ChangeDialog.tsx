import { useState } from "react";
import { ChangeAppDocument } from "../../gen/documents/features/apps/Apps";
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
import { useAccount } from "../shell/viewer";
import { AppFields, appFields } from "./AppFields";
import { inputOf, typedOf } from "./appInput";

interface Props {
  app: AppLineFragment;
  onClose: () => void;
  onChanged: () => void;
}

export function ChangeDialog({ app, onClose, onChanged }: Props) {
  const { id: account } = useAccount();
  const [typed, setTyped] = useState(() => typedOf(app));
  const { save, isPending, problems } = useSave(ChangeAppDocument);
  const [other] = otherProblems(problems, appFields);
  const submit = async () => {
    if (!(await save({ account, app: app.id ?? "", version: app.version ?? 0, input: inputOf(typed) }))?.changeApp) return;
    toast({ text: t("The app is changed.") });
    onChanged();
    onClose();
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("Change the app")} isDismissable={false} isBusy={isPending}>
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, appFields)} aria-label={t("Change the app")}>
        <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: () => void submit(), isRetrying: isPending })} />
        <AppFields typed={typed} onChange={setTyped} />
        <DialogActions>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("Save")}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
