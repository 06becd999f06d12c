import { useId, useState } from "react";
import { AllocatePaymentDocument } from "../../gen/documents/features/payments/Ledger";
import type { OwedSessionFragment } from "../../gen/types";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { formatMoney } from "../../text/format";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Form } from "../../ui/Form";
import { FormError } from "../../ui/FormError";
import { toast } from "../../ui/toast";
import { useAccount } from "../shell/viewer";
import { AllocationTable } from "./AllocationTable";
import type { ShownPayment } from "./asked";
import { type Allocations, allocated, allocationInput } from "./allocations";

interface Props {
  payment: ShownPayment;
  sessions: readonly OwedSessionFragment[];
  again: () => void;
  onClose: () => void;
}

export function AllocateDialog({ payment, sessions, again, onClose }: Props) {
  const { id: account } = useAccount();
  const form = useId();
  const [key] = useState(() => crypto.randomUUID());
  const [value, setValue] = useState<Allocations>({});
  const { save, isPending, problems } = useSave(AllocatePaymentDocument);
  const submit = async () => {
    const done = await save({ account, key, id: payment.id, allocations: allocationInput(value) });
    again();
    if (!done) return;
    toast({ text: t("{amount} is allocated.", { amount: formatMoney(allocated(value)) }) });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isDismissable={false}
      isBusy={isPending}
      title={t("Allocate a payment")}
      description={t("{amount} of it is not allocated yet.", { amount: formatMoney(payment.left ?? 0) })}
      footer={
        <>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={form} variant="primary" isPending={isPending}>{t("Allocate")}</Button>
        </>
      }
    >
      <Form id={form} onSubmit={() => void submit()} aria-label={t("Allocate a payment")}>
        <FormError error={problems[0]?.message} />
        <AllocationTable sessions={sessions} amount={payment.left ?? 0} value={value} onChange={setValue} />
      </Form>
    </Dialog>
  );
}
