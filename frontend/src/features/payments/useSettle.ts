import { useState } from "react";
import { AdjustBalanceDocument, RefundPaymentDocument, ReverseEntryDocument, ReversePaymentDocument, WriteOffDocument } from "../../gen/documents/features/payments/Ledger";
import { useSave } from "../../graphql/useSave";
import { useAccount } from "../shell/viewer";
import type { Asked } from "./asked";

export type Settling = Exclude<Asked, { what: "post" | "allocate" }>;

// useSettle does what is asked for, once however often it is sent, and gives the ledger as it is then.
export function useSettle(asked: Settling) {
  const { id: account } = useAccount();
  const [key] = useState(() => crypto.randomUUID());
  const writeOff = useSave(WriteOffDocument);
  const adjust = useSave(AdjustBalanceDocument);
  const refund = useSave(RefundPaymentDocument);
  const payment = useSave(ReversePaymentDocument);
  const entry = useSave(ReverseEntryDocument);
  const all = [writeOff, adjust, refund, payment, entry];

  const settle = async (amount: number, type: string | null, reason: string) => {
    switch (asked.what) {
      case "writeOff":
        return (await writeOff.save({ account, input: { key, session: asked.session.id, amount, type, reason } }))?.writeOff?.ledger;
      case "adjust":
        return (await adjust.save({ account, input: { key, session: asked.session.id, amount, type, reason } }))?.adjustBalance?.ledger;
      case "refund":
        return (await refund.save({ account, input: { key, payment: asked.payment.id, amount, type, reason } }))?.refundPayment?.ledger;
      case "reversePayment":
        return (await payment.save({ account, id: asked.payment.id, reason }))?.reversePayment?.ledger;
      case "reverseEntry":
        return (await entry.save({ account, id: asked.entry.id, reason }))?.reverseEntry?.ledger;
    }
  };
  return { settle, isPending: all.some(({ isPending }) => isPending), problems: all.flatMap(({ problems }) => problems) };
}
