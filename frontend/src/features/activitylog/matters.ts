import type { ReviewMatter } from "../../gen/types";
import { t } from "../../text";

// What a review looks at, in the order of the digest.
export const matters = [
  "REFUSALS",
  "FAILED_SIGN_INS",
  "PRIVILEGE_CHANGES",
  "USERNAME_CHANGES",
  "EXPORTS",
  "CLIENTS_FROM_AFAR",
  "CLIENTS_AFTER_HOURS",
] as const satisfies readonly ReviewMatter[];

export const matterTitles: Record<ReviewMatter, () => string> = {
  REFUSALS: () => t("Refused for lack of a privilege"),
  FAILED_SIGN_INS: () => t("Failed sign-ins, and failed attempts to find this account"),
  PRIVILEGE_CHANGES: () => t("Privileges changed"),
  USERNAME_CHANGES: () => t("Usernames added, joined, deleted or unlinked"),
  EXPORTS: () => t("Exports and prints"),
  CLIENTS_FROM_AFAR: () => t("Clients opened by usernames from another account"),
  CLIENTS_AFTER_HOURS: () => t("Clients opened or listed between 10 p.m. and 6 a.m."),
};
