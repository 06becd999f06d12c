import type { Section } from "../../gen/types";
import { t } from "../../text";

const titles: Record<Section, () => string> = {
  PRACTICE_SETUP: () => t("Practice Setup"),
  CODES_SETUP: () => t("Codes Setup"),
  CLIENTS: () => t("Clients"),
  INSURANCE: () => t("Insurance & Authorizations"),
  CALENDAR: () => t("Calendar"),
  CLIENT_SESSIONS: () => t("Client Sessions"),
  NOTES: () => t("Session Notes"),
  PSYCHOTHERAPY_NOTES: () => t("Psychotherapy Notes"),
  INVOICES: () => t("Invoices & Claims"),
  PAYMENTS: () => t("Payments & Balances"),
  REPORTS: () => t("Reports & Exports"),
  ACCOUNT_ACCESS: () => t("Account Access"),
  ACTIVITY_LOG: () => t("Activity Log"),
};

// All thirteen sections, in their order.
export const sections = Object.keys(titles) as Section[];

export const sectionTitle = (section: Section): string => titles[section]();
