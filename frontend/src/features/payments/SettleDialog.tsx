import { useId, useState } from "react";
import { ReverseEntryDocument } from "../../gen/documents/features/payments/Ledger";
import type { WholeLedgerFragment } from "../../gen/types";
import { fieldErrors, otherProblems } from "../../graphql/problem";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Form } from "../../ui/Form";
import { FormError } from "../../ui/FormError";
import { MoneyField } from "../../ui/MoneyField";
import { Select } from "../../ui/Select";
import { TextField } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { useQuickSave } from "../editing/useQuickSave";
import { useAccount } from "../shell/viewer";
import type { EntryType } from "./asked";
import { fittingTypes, typeOptions } from "./entryTypes";
import { settleWords } from "./settleWords";
import { type Settling, useSettle } from "./useSettle";

interface Props {
  asked: Settling;
  types: readonly EntryType[];
  again: () => void;
  onClose: () => void;
}

// A write-off, an adjustment, a refund, or taking something back: how much, and why. What can be
// taken back again offers that at once.
export function SettleDialog({ asked, types, again, onClose }: Props) {
  const { id: account } = useAccount();
  const form = useId();
  const words = settleWords(asked);
  const hasAmount = asked.what === "writeOff" || asked.what === "adjust" || asked.what === "refund";
  const [amount, setAmount] = useState<number | null>(() => offered(asked));
  const [reason, setReason] = useState("");
  const [chosen, choose] = useState("");
  const fitting = fittingTypes(types, asked, amount);
  const type = fitting.find(({ code }) => code === chosen)?.code ?? null;
  const { settle, isPending, problems } = useSettle(asked);
  const takeBack = useQuickSave(ReverseEntryDocument);
  const fields = hasAmount ? ["amount", "type", "reason"] : ["reason"];

  const undo = async (id: string) => {
    const done = await takeBack({ account, id, reason: t("Undone at once") });
    again();
    if (done) toast({ text: t("It is taken back.") });
  };
  const submit = async () => {
    const ledger = await settle(amount ?? 0, type, reason);
    again();
    if (!ledger) return;
    const entry = hasAmount ? newestReversible(ledger) : null;
    toast({ text: words.done, action: entry ? { label: t("Undo"), onPress: () => void undo(entry) } : undefined });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isDismissable={false}
      isBusy={isPending}
      size="small"
      title={words.title}
      description={words.note}
      footer={
        <>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={form} variant="primary" isPending={isPending}>{words.button}</Button>
        </>
      }
    >
      <Form id={form} onSubmit={() => void submit()} errors={fieldErrors(problems, fields)} aria-label={words.title}>
        <FormError error={otherProblems(problems, fields)[0]?.message} />
        {hasAmount && <MoneyField label={t("Amount")} name="amount" value={amount} onChange={setAmount} allowNegative={asked.what === "adjust"} isRequired autoFocus />}
        {hasAmount && fitting.length > 0 && <Select label={t("Type")} name="type" options={typeOptions(fitting)} value={type ?? ""} onChange={choose} description={t("The income report adds up by it.")} />}
        <TextField label={t("Reason")} name="reason" value={reason} onChange={setReason} isRequired autoFocus={!hasAmount} autoComplete="off" maxLength={500} />
      </Form>
    </Dialog>
  );
}

function offered(asked: Settling): number | null {
  if (asked.what === "writeOff") return asked.session.owed;
  return asked.what === "refund" ? asked.payment.left : null;
}

// The entry that was made just now: none other than it can be newer.
function newestReversible({ entries }: WholeLedgerFragment): string | undefined {
  return entries?.findLast(({ reversible, kind }) => reversible && kind !== "ALLOCATION")?.id;
}
