import type { InvoiceKind, InvoiceStatus } from "../../gen/types";
import { t } from "../../text";
import type { Option } from "../../ui/option";

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
