import { useState } from "react";
import { RegisterAppDocumentsDocument } from "../../gen/documents/features/apps/Apps";
import type { AppLineFragment } from "../../gen/types";
import { fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { plural, t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { DialogActions } from "../../ui/DialogActions";
import { Form } from "../../ui/Form";
import { FormError } from "../../ui/FormError";
import { TextField } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { useAccount } from "../shell/viewer";
import { documentsIn } from "./manifest";

const fields = ["documents"];

interface Props {
  app: AppLineFragment;
  onClose: () => void;
  onChanged: () => void;
}

// Which documents an app asks by, for whoever has its makers' manifest.
export function DocumentsDialog({ app, onClose, onChanged }: Props) {
  const { id: account } = useAccount();
  const [manifest, setManifest] = useState("");
  const [isNone, setIsNone] = useState(false);
  const { save, isPending, problems } = useSave(RegisterAppDocumentsDocument);
  const [other] = otherProblems(problems, fields);
  const submit = async () => {
    const documents = documentsIn(manifest);
    setIsNone(!documents);
    if (!documents || !(await save({ account, app: app.id ?? "", documents }))?.registerAppDocuments) return;
    toast({ text: documents.length === 0 ? t("The app asks in texts.") : plural(documents.length, "The app asks by {count} document alone.", "The app asks by {count} documents alone.") });
    onChanged();
    onClose();
  };
  const errors = isNone ? { documents: t("This is no manifest: enter an object of ids and texts, or a list of texts, as JSON.") } : fieldErrors(problems, fields);
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("Documents of {app}", { app: app.name ?? "" })} isDismissable={false} isBusy={isPending}>
      <Form onSubmit={() => void submit()} errors={errors} aria-label={t("Documents of {app}", { app: app.name ?? "" })}>
        <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: () => void submit(), isRetrying: isPending })} />
        <p>
          {t("An app that has registered its documents asks by these alone, from its next request on: whoever steals its token can ask for nothing else. It sends the SHA-256 of one, as Apollo and urql do.")}
        </p>
        <p>
          {app.documents
            ? plural(app.documents, "It asks by {count} document now. What you enter takes its place; with nothing here it asks in texts again.", "It asks by {count} documents now. What you enter takes their place; with nothing here it asks in texts again.")
            : t("It asks in texts now.")}
        </p>
        <TextField
          label={t("Manifest of the app")}
          name="documents"
          value={manifest}
          onChange={setManifest}
          rows={8}
          isMono
          spellCheck="false"
          description={t("Its makers’ tools write it: JSON of ids and texts, at most 500 and 512 KB.")}
        />
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
