import type { WebhookKind } from "../../../gen/types";
import { t } from "../../../text";

// What a webhook tells of, in plain words.
export function kindText(kind: WebhookKind): string {
  switch (kind) {
    case "PRIVILEGES_CHANGED":
      return t("Privileges of a username changed");
    case "LINK_MADE":
      return t("A username was let into the account");
    case "LINK_CUT":
      return t("A username left, or was removed");
    case "EMERGENCY":
      return t("Emergency access began or ended");
    case "CLIENT_CHANGED":
      return t("A client was added or changed");
    case "INSURANCE_CHANGED":
      return t("Insurance or an authorization changed");
    case "APPOINTMENT_CHANGED":
      return t("An appointment was booked, moved, kept or missed");
    case "SESSION_CHANGED":
      return t("A client session was added or changed");
    case "NOTE_SIGNED":
      return t("A session note was signed");
    case "INVOICE_GENERATED":
      return t("Invoices or claims were generated");
    case "INVOICE_CHANGED":
      return t("An invoice or a claim was submitted, accepted or rejected");
    case "PAYMENT_POSTED":
      return t("A payment or an adjustment was posted");
    case "CODES_CHANGED":
      return t("Codes were changed, imported or copied");
    case "PRACTICE_CHANGED":
      return t("Practice Setup was changed");
  }
}
