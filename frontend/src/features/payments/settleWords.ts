import { t } from "../../text";
import { formatDate, formatMoney } from "../../text/format";
import type { Settling } from "./useSettle";

interface Words {
  title: string;
  note: string;
  button: string;
  done: string;
}

// What a dialog of the ledger says.
export function settleWords(asked: Settling): Words {
  switch (asked.what) {
    case "writeOff":
      return { title: t("Write off"), note: aboutSession(asked.session), button: t("Write off"), done: t("It is written off.") };
    case "adjust":
      return { title: t("Adjust what is owed"), note: t("{session} A minus lowers it.", { session: aboutSession(asked.session) }), button: t("Adjust"), done: t("It is adjusted.") };
    case "refund":
      return { title: t("Refund"), note: t("{amount} of this payment is not allocated and can be given back.", { amount: formatMoney(asked.payment.left ?? 0) }), button: t("Refund"), done: t("It is refunded.") };
    case "reversePayment":
      return { title: t("Take the payment back?"), note: t("{amount} that came in on {day}. All that it paid is owed again. The payment stays in the ledger, marked as taken back.", { amount: formatMoney(asked.payment.amount ?? 0), day: dayOf(asked.payment.receivedOn) }), button: t("Take back"), done: t("The payment is taken back.") };
    case "reverseEntry":
      return { title: t("Take the entry back?"), note: t("{amount} of {day}. A second entry undoes it, and both stay in the ledger.", { amount: formatMoney(Math.abs(asked.entry.amount ?? 0)), day: dayOf(asked.entry.entryDate) }), button: t("Take back"), done: t("The entry is taken back.") };
  }
}

const dayOf = (date: string | null) => (date ? formatDate(date) : "–");

function aboutSession({ serviceDate, owed }: { serviceDate: string | null; owed: number | null }): string {
  return t("The session of {day} owes {amount}.", { day: dayOf(serviceDate), amount: formatMoney(owed ?? 0) });
}
