import { ClipboardList, KeyRound, ListTree, type LucideIcon, Store, Users } from "lucide-react";
import type { Section } from "../../gen/types";
import { t } from "../../text";

// The sections that have a screen, in the order of the menu.
export const screens = [
  { section: "CLIENTS", path: "clients", icon: Users },
  { section: "CODES_SETUP", path: "codes-setup", icon: ListTree },
  { section: "PRACTICE_SETUP", path: "practice-setup", icon: Store },
  { section: "ACCOUNT_ACCESS", path: "account-access", icon: KeyRound },
  { section: "ACTIVITY_LOG", path: "activity-log", icon: ClipboardList },
] as const satisfies { section: Section; path: string; icon: LucideIcon }[];

export type Screen = (typeof screens)[number];

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
