import { useState } from "react";
import { StrikeDisclosureDocument } from "../../../gen/documents/features/clients/disclosures/Disclosures";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { formatDate } from "../../../text/format";
import { Button } from "../../../ui/Button";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { TextField } from "../../../ui/TextField";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";
import type { Disclosure } from "./disclosure";

interface Props {
  disclosure: Disclosure;
  whyDisabled: string | undefined;
  again: () => void;
}

export function StrikeButton({ disclosure: { id, recipient, disclosedOn }, whyDisabled, again }: Props) {
  const { id: account } = useAccount();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { save, isPending, problems, clear } = useSave(StrikeDisclosureDocument);
  const open = (now: boolean) => {
    clear();
    setOpen(now);
  };
  const confirm = async () => {
    if (!(await save({ account, id, reason }))) return;
    setOpen(false);
    again();
    toast({ text: t("The disclosure is struck out.") });
  };
  const what = { recipient: recipient ?? "", day: formatDate(disclosedOn ?? "") };
  return (
    <>
      <Button size="small" whyDisabled={whyDisabled} aria-label={t("Strike out the disclosure to {recipient} on {day}", what)} onPress={() => open(true)}>
        {t("Strike out")}
      </Button>
      <ConfirmDialog isOpen={isOpen} onOpenChange={open} title={t("Strike out this disclosure?")} confirmLabel={t("Strike out")} isDanger isPending={isPending} error={problems[0]?.message} whyDisabled={reason.trim() ? undefined : t("Say why it is wrong.")} onConfirm={() => void confirm()}>
        <p>{t("It stays to be read, with a line through it, and is no longer in the list that a client may ask for. This cannot be taken back: what was right is to be recorded anew.")}</p>
        <TextField label={t("Why it is wrong")} value={reason} onChange={setReason} isRequired maxLength={500} autoComplete="off" />
      </ConfirmDialog>
    </>
  );
}
