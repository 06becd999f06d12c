import type { MasterFile } from "../../gen/types";
import { t } from "../../text";

// The master files in the order in which people see them, each with its page in Codes Setup.
export const filePages = {
  DIAGNOSIS_CODES: "/p/$account/codes-setup/diagnosis-codes",
  BILLING_CODES: "/p/$account/codes-setup/billing-codes",
  PAYERS: "/p/$account/codes-setup/payers",
  LOCATIONS: "/p/$account/codes-setup/locations",
  MODIFIERS: "/p/$account/codes-setup/modifiers",
  REFERRING_PROVIDERS: "/p/$account/codes-setup/referring-providers",
  SERVICE_CODES: "/p/$account/codes-setup/service-codes",
  PAYMENT_TYPES: "/p/$account/codes-setup/payment-types",
  NOTE_TEMPLATES: "/p/$account/codes-setup/note-templates",
  INVOICE_MESSAGES: "/p/$account/codes-setup/invoice-messages",
} as const satisfies Record<MasterFile, string>;

export type FilePage = (typeof filePages)[MasterFile];

export const masterFiles = Object.keys(filePages) as readonly MasterFile[];

export function fileName(file: MasterFile): string {
  const names: Record<MasterFile, () => string> = {
    DIAGNOSIS_CODES: () => t("Diagnosis Codes"),
    BILLING_CODES: () => t("Billing Codes"),
    PAYERS: () => t("Insurance Payers"),
    LOCATIONS: () => t("Locations"),
    MODIFIERS: () => t("Modifiers"),
    REFERRING_PROVIDERS: () => t("Referring Providers"),
    SERVICE_CODES: () => t("Service Codes"),
    PAYMENT_TYPES: () => t("Adjustment & Payment Types"),
    NOTE_TEMPLATES: () => t("Note Templates"),
    INVOICE_MESSAGES: () => t("Invoice Messages"),
  };
  return names[file]();
}
