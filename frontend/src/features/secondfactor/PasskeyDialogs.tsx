import { useState } from "react";
import { RemovePasskeyDocument, RenamePasskeyDocument } from "../../gen/documents/features/secondfactor/SecondFactor";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { TextField } from "../../ui/TextField";
import type { Passkey } from "./PasskeyList";

interface Props {
  what: "rename" | "remove";
  passkey: Passkey;
  onClose: () => void;
}

export function PasskeyDialogs({ what, passkey, onClose }: Props) {
  if (what === "rename") return <Rename passkey={passkey} onClose={onClose} />;
  return <Remove passkey={passkey} onClose={onClose} />;
}

function Rename({ passkey: { id, name: before }, onClose }: Omit<Props, "what">) {
  const [name, setName] = useState(before);
  const { save, isPending, problems } = useSave(RenamePasskeyDocument);
  const rename = async () => {
    if (await save({ id, name })) onClose();
  };
  return (
    <ConfirmDialog isOpen onOpenChange={onClose} title={t("Rename this passkey")} confirmLabel={t("Rename")} onConfirm={() => void rename()} isPending={isPending} error={problems[0]?.message ?? null}>
      <TextField label={t("Name")} name="name" value={name} onChange={setName} maxLength={60} isRequired />
    </ConfirmDialog>
  );
}

function Remove({ passkey: { id, name }, onClose }: Omit<Props, "what">) {
  const { save, isPending, problems } = useSave(RemovePasskeyDocument);
  const remove = async () => {
    if (await save({ id })) onClose();
  };
  return (
    <ConfirmDialog isOpen onOpenChange={onClose} title={t("Remove the passkey {name}?", { name })} confirmLabel={t("Remove")} onConfirm={() => void remove()} isDanger isPending={isPending} error={problems[0]?.message ?? null}>
      <p>{t("It signs you in no longer. Remove it from the device too, where it is still offered.")}</p>
    </ConfirmDialog>
  );
}
