import type { InvoiceKind, InvoiceStatus, WholeInvoiceFragment } from "../../gen/types";
import { t } from "../../text";
import type { Option } from "../../ui/option";
import type { Words } from "../editing/words";

export const kindOptions = (): Option<InvoiceKind>[] => [
  { value: "INVOICE", label: t("Client invoices") },
  { value: "CLAIM", label: t("Claims") },
];

// What is sent to a client is sent; only a claim is submitted.
export function statusWord(status: InvoiceStatus | null, kind: InvoiceKind | null): string {
  switch (status) {
    case "SUBMITTED":
      return kind === "CLAIM" ? t("Submitted") : t("Sent");
    case "ACCEPTED":
      return t("Accepted");
    case "REJECTED":
      return t("Rejected");
    case "VOID":
      return t("Void");
    default:
      return t("Generated");
  }
}

export const invoiceTitle = (number: number | null, kind: InvoiceKind | null): string =>
  kind === "CLAIM" ? t("Claim {number}", { number: number ?? "" }) : t("Invoice {number}", { number: number ?? "" });

// What becomes of an invoice after it was generated.
export const courseOf = ({ status, statusReason, held }: WholeInvoiceFragment) => ({ status, statusReason, held });

export const courseWords = (kind: InvoiceKind | null): Words<ReturnType<typeof courseOf>> => ({
  labels: { status: t("Status"), statusReason: t("Why"), held: t("Held") },
  show: (field, fields) => {
    if (field === "status") return statusWord(fields.status, kind);
    if (field === "held") return fields.held ? t("Yes") : t("No");
    return fields.statusReason;
  },
});
