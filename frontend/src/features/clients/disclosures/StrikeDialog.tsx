import { useState } from "react";
import { StrikeDisclosureDocument } from "../../../gen/documents/features/clients/disclosures/Disclosures";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { formatDate } from "../../../text/format";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { TextField } from "../../../ui/TextField";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";
import type { Disclosure } from "./disclosure";

interface Props {
  disclosure: Disclosure;
  onStruck: () => void;
  onClose: () => void;
}

export function StrikeDialog({ disclosure: { id, recipient, disclosedOn }, onStruck, onClose }: Props) {
  const { id: account } = useAccount();
  const [reason, setReason] = useState("");
  const { save, isPending, problems } = useSave(StrikeDisclosureDocument);
  const confirm = async () => {
    if (!(await save({ account, id, reason }))) return;
    onClose();
    onStruck();
    toast({ text: t("The disclosure is struck out.") });
  };
  return (
    <ConfirmDialog isOpen onOpenChange={onClose} title={t("Strike out this disclosure?")} confirmLabel={t("Strike out")} isDanger isPending={isPending} error={problems[0]?.message} whyDisabled={reason.trim() ? undefined : t("Say why it is wrong.")} onConfirm={() => void confirm()}>
      <p translate="no" className="font-medium">{t("{recipient}, {day}", { recipient: recipient ?? "", day: formatDate(disclosedOn ?? "") })}</p>
      <p>{t("It stays to be read, with a line through it, and is no longer in the list that a client may ask for. This cannot be taken back: what was right is to be recorded anew.")}</p>
      <TextField label={t("Why it is wrong")} value={reason} onChange={setReason} isRequired maxLength={500} autoComplete="off" />
    </ConfirmDialog>
  );
}
