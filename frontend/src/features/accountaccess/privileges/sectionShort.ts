import type { Section } from "../../../gen/types";
import { t } from "../../../text";

// The sections' names for a column of the grid, in two lines at most. Their full names are what
// assistive technology is told.
const short: Record<Section, () => string> = {
  PRACTICE_SETUP: () => t("Practice Setup"),
  CODES_SETUP: () => t("Codes Setup"),
  CLIENTS: () => t("Clients"),
  INSURANCE: () => t("Insurance"),
  CALENDAR: () => t("Calendar"),
  CLIENT_SESSIONS: () => t("Client Sessions"),
  NOTES: () => t("Session Notes"),
  PSYCHOTHERAPY_NOTES: () => t("Psych. Notes"),
  INVOICES: () => t("Invoices"),
  PAYMENTS: () => t("Payments"),
  REPORTS: () => t("Reports"),
  ACCOUNT_ACCESS: () => t("Account Access"),
  ACTIVITY_LOG: () => t("Activity Log"),
};

export const sectionShort = (section: Section): string => short[section]();
