import { t } from "../../text";
import type { Screen } from "../shell/screens";

// What a section is for, in half a line.
export const sectionPurpose: Record<Screen["section"], () => string> = {
  CALENDAR: () => t("Book, move and keep appointments"),
  CLIENTS: () => t("Find, open and add clients"),
  INSURANCE: () => t("Policies of clients, and sessions that payers allow"),
  CLIENT_SESSIONS: () => t("What was done for whom, and what it is billed by"),
  NOTES: () => t("Write, sign and read notes of sessions"),
  PSYCHOTHERAPY_NOTES: () => t("Notes of your own, apart from the record"),
  INVOICES: () => t("Bill clients and their insurance"),
  PAYMENTS: () => t("What clients owe, and the payments that came in"),
  REPORTS: () => t("Income, sessions, balances and clients, to read, export and print"),
  CODES_SETUP: () => t("Diagnosis codes, billing codes, insurance payers"),
  PRACTICE_SETUP: () => t("Names, address and numbers of the practice"),
  ACCOUNT_ACCESS: () => t("Usernames, their privileges, joining accounts, copying codes"),
  ACTIVITY_LOG: () => t("Who did what, when and where from"),
};
