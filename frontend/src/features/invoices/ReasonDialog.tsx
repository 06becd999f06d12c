import { useState } from "react";
import { MarkInvoiceDocument } from "../../gen/documents/features/invoices/Invoices";
import type { WholeInvoiceFragment } from "../../gen/types";
import { t } from "../../text";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { TextField } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { WhatChanged } from "../editing/WhatChanged";
import { usePress } from "../editing/usePress";
import { useAccount } from "../shell/viewer";
import { courseOf, courseWords, invoiceTitle, statusWord } from "./invoiceWords";

interface Props {
  as: "REJECTED" | "VOID";
  invoice: WholeInvoiceFragment;
  onClose: () => void;
  again: () => void;
}

// What is rejected or void says why.
export function ReasonDialog({ as, invoice, onClose, again }: Props) {
  const { id: account } = useAccount();
  const [reason, setReason] = useState("");
  const { press, isPending, problems, changed } = usePress(MarkInvoiceDocument, courseOf(invoice), courseWords(invoice.kind));
  const isVoid = as === "VOID";
  const name = invoiceTitle(invoice.number, invoice.kind);
  const confirm = async () => {
    const done = await press({ account, id: invoice.id, version: invoice.version ?? 0, as, reason });
    if (!done) return again();
    onClose();
    toast({ text: t("{name}: {status}", { name, status: statusWord(as, invoice.kind) }) });
  };
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={isVoid ? t("Void {name}?", { name }) : t("Mark {name} as rejected?", { name })}
      confirmLabel={isVoid ? t("Void it") : t("Mark as rejected")}
      isDanger={isVoid}
      isPending={isPending}
      error={problems[0]?.message}
      whyDisabled={reason.trim() ? undefined : t("Say why first.")}
      onConfirm={() => void confirm()}
    >
      <WhatChanged changed={changed} />
      <p>{isVoid ? t("It stays to be read, and stays void. Its sessions can be changed and invoiced again.") : t("It can be submitted again afterwards.")}</p>
      <TextField label={t("Why")} name="reason" value={reason} onChange={setReason} isRequired maxLength={500} autoComplete="off" />
    </ConfirmDialog>
  );
}
