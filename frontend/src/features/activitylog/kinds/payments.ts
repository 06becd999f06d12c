import { BookOpen, Calculator, CircleDollarSign, HandCoins, ListTree, Scale, Scissors, Split, Undo2 } from "lucide-react";
import { t } from "../../../text";
import { type Kind, who } from "../entry";
import { counted } from "./records";

export const paymentKinds: Record<string, Kind> = {
  "balance.listed": { label: () => t("Balances listed"), icon: ListTree, say: (e) => counted(e, "{who} listed the balance of {count} client", "{who} listed the balances of {count} clients") },
  "balance.totalled": { label: () => t("Balances added up"), icon: Calculator, say: (e) => t("{who} was shown what is owed to this account in all", { who: who(e) }) },
  "ledger.opened": { label: () => t("Ledger opened"), icon: BookOpen, say: (e) => t("{who} opened the ledger of a client", { who: who(e) }) },
  "ledger.refreshed": { label: () => t("Open ledger shown anew"), icon: BookOpen, say: (e) => t("{who} was shown the ledger of a client anew that they had open", { who: who(e) }) },
  "payment.posted": { label: () => t("Payment posted"), icon: CircleDollarSign, say: (e) => counted(e, "{who} posted a payment", "{who} posted {count} payments") },
  "payment.allocated": { label: () => t("Payment allocated"), icon: Split, say: (e) => t("{who} said what a payment pays", { who: who(e) }) },
  "payment.refunded": { label: () => t("Payment refunded"), icon: HandCoins, say: (e) => t("{who} gave back a payment, or a part of it", { who: who(e) }) },
  "payment.reversed": { label: () => t("Payment reversed"), icon: Undo2, say: (e) => t("{who} took a payment back, with all that it paid", { who: who(e) }) },
  "writeoff.posted": { label: () => t("Write-off posted"), icon: Scissors, say: (e) => t("{who} wrote off what a client owed, or a part of it", { who: who(e) }) },
  "adjustment.posted": { label: () => t("Adjustment posted"), icon: Scale, say: (e) => t("{who} adjusted what a client owes", { who: who(e) }) },
  "entry.reversed": { label: () => t("Ledger entry reversed"), icon: Undo2, say: (e) => t("{who} took back an entry of a ledger", { who: who(e) }) },
};
