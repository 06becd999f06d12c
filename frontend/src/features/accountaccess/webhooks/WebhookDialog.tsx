import { useState } from "react";
import { AddWebhookDocument, EditWebhookDocument } from "../../../gen/documents/features/accountaccess/webhooks/Webhooks";
import type { WebhookKind, WebhookLineFragment } from "../../../gen/types";
import { fieldErrors, isRetryable, otherProblems } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { CheckboxGroup } from "../../../ui/CheckboxGroup";
import { Dialog } from "../../../ui/Dialog";
import { DialogActions } from "../../../ui/DialogActions";
import { Form } from "../../../ui/Form";
import { FormError } from "../../../ui/FormError";
import { TextField } from "../../../ui/TextField";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";
import { kindText } from "./kindText";
import type { Secret } from "./SecretCard";

interface Props {
  // None: a new one is made.
  webhook: WebhookLineFragment | undefined;
  choices: WebhookKind[];
  onClose: () => void;
  // With the secret of a new one.
  onSaved: (made?: Secret) => void;
}

const fields = ["url", "kinds"];

export function WebhookDialog({ webhook, choices, onClose, onSaved }: Props) {
  const { id: account } = useAccount();
  const [url, setUrl] = useState(webhook?.url ?? "");
  const [kinds, setKinds] = useState<WebhookKind[]>((webhook?.kinds ?? []).filter((kind) => choices.includes(kind)));
  const adding = useSave(AddWebhookDocument);
  const saving = useSave(EditWebhookDocument);
  const { isPending, problems } = webhook ? saving : adding;
  const [other] = otherProblems(problems, fields);
  const title = webhook ? t("Change the webhook") : t("Add a webhook");
  const submit = async () => {
    const input = { url, kinds };
    if (webhook) {
      if (!(await saving.save({ account, webhook: webhook.id ?? "", input }))?.editWebhook) return;
      toast({ text: t("The webhook is changed.") });
      return onSaved();
    }
    const made = (await adding.save({ account, input }))?.addWebhook;
    if (made) onSaved({ url: made.webhook?.url ?? url, secret: made.secret });
  };
  const errors = fieldErrors(problems, fields);
  return (
    <Dialog isOpen onOpenChange={onClose} title={title} isDismissable={false} isBusy={isPending}>
      <Form onSubmit={() => void submit()} errors={errors} aria-label={title}>
        <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: () => void submit(), isRetrying: isPending })} />
        <TextField label={t("Address")} name="url" value={url} onChange={setUrl} isRequired maxLength={500} description={t("Like https://hooks.example.com/lanyard. It must be reachable from the internet.")} />
        <CheckboxGroup
          label={t("What it is told of")}
          name="kinds"
          options={choices.map((value) => ({ value, label: kindText(value) }))}
          value={kinds}
          onChange={setKinds}
          isRequired
          {...(errors["kinds"] && { error: String(errors["kinds"]) })}
          description={t("Only what you may view yourself. If you lose a level, it is not told of that any more.")}
        />
        <DialogActions>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isPending} whyDisabled={kinds.length === 0 ? t("Choose at least one thing to be told of.") : undefined}>
            {webhook ? t("Save") : t("Add the webhook")}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
