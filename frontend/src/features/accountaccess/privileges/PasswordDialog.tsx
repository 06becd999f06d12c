import { useState } from "react";
import { RequirePasswordChangeDocument } from "../../../gen/documents/features/accountaccess/privileges/Privileges";
import { fieldErrors, otherProblems } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { announce } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { Form } from "../../../ui/Form";
import { FormError } from "../../../ui/FormError";
import { TextField } from "../../../ui/TextField";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";
import { type Row, nameOf } from "./rows";

const fields = ["reason"];
const formId = "require-password-change";

export function PasswordDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const account = useAccount();
  const [reason, setReason] = useState(t("Somebody else may know your password."));
  const { save, isPending, problems } = useSave(RequirePasswordChangeDocument);
  const name = nameOf(row);
  const submit = async () => {
    const saved = await save({ account: account.id, link: row.id, reason });
    if (!saved?.requirePasswordChange) return;
    const text = t("{name} has to choose a new password at the next sign-in.", { name });
    toast({ text });
    announce(text);
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t("Cancel")}</Button>
      <Button variant="danger" type="submit" form={formId} isPending={isPending}>
        {t("Ask for a new password")}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={t("Someone else may know the password of {name}", { name })} footer={footer} size="small" isBusy={isPending}>
      <Form id={formId} onSubmit={() => void submit()} errors={fieldErrors(problems, fields)} aria-label={t("Ask for a new password")}>
        <FormError error={otherProblems(problems, fields)[0]?.message} />
        <p>{t("Its sign-ins end now, in every account, and so do its API tokens, its calendar addresses and what apps were let do in its name. The old password opens nothing but the page where a new one is chosen.")}</p>
        <TextField label={t("Why")} name="reason" rows={2} maxLength={500} isRequired value={reason} onChange={setReason} description={t("{name} reads this at the next sign-in.", { name })} />
      </Form>
    </Dialog>
  );
}
