import { useState } from "react";
import { RegisterAppDocument } from "../../gen/documents/features/apps/Apps";
import { fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { DialogActions } from "../../ui/DialogActions";
import { Form } from "../../ui/Form";
import { FormError } from "../../ui/FormError";
import { RadioGroup } from "../../ui/RadioGroup";
import { toast } from "../../ui/toast";
import { type Levels, levelsToGive } from "../accountaccess/consent/levels";
import { holdsAnything } from "../apitokens/levels";
import type { Made } from "../apitokens/MadeCard";
import { useAccount } from "../shell/viewer";
import { AppFields, appFields } from "./AppFields";
import { MostField } from "./MostField";
import { inputOf, nothingTyped } from "./appInput";

const fields = [...appFields, "levels"];

interface Props {
  onClose: () => void;
  // With the secret, if it has one.
  onRegistered: (made?: Made) => void;
}

export function RegisterDialog({ onClose, onRegistered }: Props) {
  const { id: account } = useAccount();
  const [typed, setTyped] = useState(nothingTyped);
  const [keeps, setKeeps] = useState<"yes" | "no">("yes");
  const [levels, setLevels] = useState<Levels>({});
  const { save, isPending, problems } = useSave(RegisterAppDocument);
  const [other] = otherProblems(problems, fields);
  const errors = fieldErrors(problems, fields);
  const submit = async () => {
    const input = { app: inputOf(typed), confidential: keeps === "yes", levels: levelsToGive(levels) };
    const made = (await save({ account, input }))?.registerApp;
    if (!made) return;
    const name = made.app?.name ?? typed.name;
    toast({ text: t("{app} is registered, and let in here.", { app: name }) });
    onRegistered(made.secret ? { kind: "secret", name, token: made.secret } : undefined);
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("Register an app")} size="large" isDismissable={false} isBusy={isPending}>
      <Form onSubmit={() => void submit()} errors={errors} aria-label={t("Register an app")}>
        <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: () => void submit(), isRetrying: isPending })} />
        <AppFields typed={typed} onChange={setTyped} />
        <RadioGroup
          label={t("Can it keep a secret?")}
          options={[
            { value: "yes", label: t("Yes, it runs on a server of its makers"), description: t("It gets a secret, which is shown once, and shows by it that it is the app.") },
            { value: "no", label: t("No, it runs on a person’s own device"), description: t("Whoever has the device could read a secret out of it: it gets none.") },
          ]}
          value={keeps}
          onChange={setKeeps}
          description={t("This cannot be changed later.")}
        />
        <MostField levels={levels} onChange={setLevels} {...(errors["levels"] && { error: errors["levels"] })} />
        <DialogActions>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isPending} whyDisabled={holdsAnything(levels) ? undefined : t("Choose at least one section.")}>
            {t("Register the app")}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
