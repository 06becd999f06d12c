import { Ban, CircleCheck, CircleX, Eye, FilePlus2, ListChecks, MessageSquareText, Pause, Play, Printer, ReceiptText, Send } from "lucide-react";
import { t } from "../../../text";
import { type Kind, who } from "../entry";
import { counted } from "./records";

export const invoiceKinds: Record<string, Kind> = {
  "invoice.billable.listed": { label: () => t("Sessions to invoice listed"), icon: ListChecks, say: (e) => counted(e, "{who} listed {count} session to invoice", "{who} listed {count} sessions to invoice") },
  "invoice.listed": { label: () => t("Invoices and claims listed"), icon: ReceiptText, say: (e) => counted(e, "{who} listed {count} invoice or claim", "{who} listed {count} invoices and claims") },
  "invoice.previewed": { label: () => t("Invoice or claim previewed"), icon: Eye, say: (e) => counted(e, "{who} previewed {count} invoice or claim", "{who} previewed {count} invoices or claims") },
  "invoice.generated": { label: () => t("Invoices or claims generated"), icon: FilePlus2, say: (e) => counted(e, "{who} generated {count} invoice or claim", "{who} generated {count} invoices or claims") },
  "invoice.opened": { label: () => t("Invoice or claim opened"), icon: ReceiptText, say: (e) => t("{who} opened an invoice or claim", { who: who(e) }) },
  "invoice.held": { label: () => t("Invoice or claim held back"), icon: Pause, say: (e) => t("{who} held an invoice or claim back", { who: who(e) }) },
  "invoice.released": { label: () => t("Invoice or claim released"), icon: Play, say: (e) => t("{who} released an invoice or claim", { who: who(e) }) },
  "invoice.submitted": { label: () => t("Invoice or claim submitted"), icon: Send, say: (e) => t("{who} marked an invoice or claim as sent", { who: who(e) }) },
  "invoice.accepted": { label: () => t("Claim accepted"), icon: CircleCheck, say: (e) => t("{who} marked a claim as accepted", { who: who(e) }) },
  "invoice.rejected": { label: () => t("Claim rejected"), icon: CircleX, say: (e) => t("{who} marked a claim as rejected", { who: who(e) }) },
  "invoice.voided": { label: () => t("Invoice or claim voided"), icon: Ban, say: (e) => t("{who} voided an invoice or claim; its sessions are free", { who: who(e) }) },
  "invoice.printed": { label: () => t("Invoice printed"), icon: Printer, say: (e) => counted(e, "{who} printed {count} invoice", "{who} printed {count} invoices") },
  "invoice.messages": { label: () => t("Invoice messages listed"), icon: MessageSquareText, say: (e) => counted(e, "{who} listed {count} invoice message", "{who} listed {count} invoice messages") },
};
