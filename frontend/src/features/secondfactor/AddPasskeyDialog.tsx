import { useState } from "react";
import { AddPasskeyDocument, OfferPasskeyDocument } from "../../gen/documents/features/secondfactor/SecondFactor";
import { fieldErrors, otherProblems } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { browserName } from "../../text/browserName";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { TextField } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { makePasskey } from "../signin/passkey";
import { RecoveryCodes } from "./RecoveryCodes";

const fields = ["name"];

interface Props {
  onClose: () => void;
  onAdded?: () => void;
}

export function AddPasskeyDialog({ onClose, onAdded }: Props) {
  const [name, setName] = useState(() => browserName(navigator.userAgent));
  const [codes, setCodes] = useState<readonly string[]>();
  const offer = useSave(OfferPasskeyDocument);
  const add = useSave(AddPasskeyDocument);
  const problems = [...offer.problems, ...add.problems];
  const finish = () => {
    onClose();
    onAdded?.();
  };
  const submit = async () => {
    const asked = (await offer.save({}))?.offerPasskey;
    const response = asked && (await makePasskey(asked.options));
    const added = response && (await add.save({ input: { challenge: asked.challenge, response, name } }))?.addPasskey;
    if (!added) return;
    toast({ text: t("{name} signs you in from now on.", { name }) });
    if (added.recoveryCodes) setCodes(added.recoveryCodes);
    else finish();
  };
  if (codes) return <RecoveryCodes codes={codes} onClose={finish} />;
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={t("Add a passkey")} description={t("This device, your phone or a security key signs you in, with your fingerprint, face or PIN: no password, no code.")}>
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, fields)} aria-label={t("Add a passkey")}>
        <FormError error={otherProblems(problems, fields)[0]?.message} />
        <TextField label={t("Name")} name="name" value={name} onChange={setName} maxLength={60} isRequired description={t("What you know it by, such as the name of the phone.")} />
        <FormActions>
          <Button type="submit" variant="primary" isPending={offer.isPending || add.isPending}>
            {t("Go on")}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
