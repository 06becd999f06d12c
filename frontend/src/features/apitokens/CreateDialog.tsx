import { useState } from "react";
import { CreateApiTokenDocument } from "../../gen/documents/features/apitokens/ApiTokens";
import { fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { plural, t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { DialogActions } from "../../ui/DialogActions";
import { Form } from "../../ui/Form";
import { FormError } from "../../ui/FormError";
import { Select } from "../../ui/Select";
import { TextField } from "../../ui/TextField";
import { useAccount } from "../shell/viewer";
import { AccountsField } from "./AccountsField";
import { type Given, inputOf } from "./levels";
import type { Made } from "./MadeCard";

const fields = ["name", "purpose", "expiresInDays"];
const days = ["7", "30", "90", "180", "365"] as const;

interface Props {
  onClose: () => void;
  onMade: (made: Made) => void;
}

export function CreateDialog({ onClose, onMade }: Props) {
  const { id: account } = useAccount();
  const [name, setName] = useState("");
  const [purpose, setPurpose] = useState("");
  const [expires, setExpires] = useState<(typeof days)[number]>("90");
  const [given, setGiven] = useState<Given>({ [account]: {} });
  const { save, isPending, problems } = useSave(CreateApiTokenDocument);
  const [other] = otherProblems(problems, fields);
  const submit = async () => {
    const done = (await save({ input: { name, purpose, expiresInDays: Number(expires), accounts: inputOf(given) } }))?.createApiToken;
    if (done) onMade({ kind: "app", name: done.apiToken?.name ?? name, token: done.token });
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("Make a token")} size="large" isDismissable={false} isBusy={isPending}>
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, fields)} aria-label={t("Make a token")}>
        <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: () => void submit(), isRetrying: isPending })} />
        <TextField label={t("Name of the app")} name="name" value={name} onChange={setName} isRequired maxLength={60} description={t("The activity log shows it beside your username.")} />
        <TextField label={t("Purpose")} name="purpose" value={purpose} onChange={setPurpose} isRequired maxLength={200} description={t("Whoever runs the accounts reads it. Nothing about clients.")} />
        <Select label={t("It ends after")} name="expiresInDays" options={days.map((value) => ({ value, label: plural(Number(value), "{count} day", "{count} days") }))} value={expires} onChange={setExpires} />
        <AccountsField given={given} onChange={setGiven} />
        <DialogActions>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("Make the token")}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
