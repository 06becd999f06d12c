import { CalendarDays, ChartColumn, CircleDollarSign, ClipboardList, KeyRound, ListTree, Lock, type LucideIcon, MessagesSquare, NotebookPen, ReceiptText, ShieldCheck, Store, Users } from "lucide-react";
import type { Section } from "../../gen/types";

// The sections that have a screen, in the order of the menu.
export const screens = [
  { section: "CALENDAR", path: "calendar", icon: CalendarDays },
  { section: "CLIENTS", path: "clients", icon: Users },
  { section: "INSURANCE", path: "insurance", icon: ShieldCheck },
  { section: "CLIENT_SESSIONS", path: "client-sessions", icon: MessagesSquare },
  { section: "NOTES", path: "notes", icon: NotebookPen },
  { section: "PSYCHOTHERAPY_NOTES", path: "psychotherapy-notes", icon: Lock },
  { section: "INVOICES", path: "invoices", icon: ReceiptText },
  { section: "PAYMENTS", path: "payments", icon: CircleDollarSign },
  { section: "REPORTS", path: "reports", icon: ChartColumn },
  { section: "CODES_SETUP", path: "codes-setup", icon: ListTree },
  { section: "PRACTICE_SETUP", path: "practice-setup", icon: Store },
  { section: "ACCOUNT_ACCESS", path: "account-access", icon: KeyRound },
  { section: "ACTIVITY_LOG", path: "activity-log", icon: ClipboardList },
] as const satisfies { section: Section; path: string; icon: LucideIcon }[];

export type Screen = (typeof screens)[number];
