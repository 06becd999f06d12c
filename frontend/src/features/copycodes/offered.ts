import type { AccessLevel } from "../../gen/types";
import { t } from "../../text";

// An account of the viewer's with the level that the server says they have for its codes.
export interface CodesAccount {
  id: string;
  providerName: string;
  practiceName: string;
  level: AccessLevel;
}

export interface Offered {
  all: readonly CodesAccount[];
  // Which can be copied from, and which to.
  from: readonly CodesAccount[];
  to: readonly CodesAccount[];
}

export function offer(all: readonly CodesAccount[]): Offered {
  return { all, from: all.filter(({ level }) => level !== "NONE"), to: all.filter(({ level }) => level === "FULL") };
}

// Why nothing can be copied from any account to another; nothing, where something can.
export function whyNoCopy({ all, from, to }: Offered): string | undefined {
  if (all.length < 2) return t("You need a second account to copy to: join one with Access Other Accounts.");
  if (to.length === 0) return t("Copying to an account needs Full Access to its Codes Setup, and you have it in none.");
  if (from.length < 2) return t("Copying from an account needs View Only to its Codes Setup, and you have it in no other.");
  return undefined;
}

export function whyNotFrom({ level }: CodesAccount): string | undefined {
  return level === "NONE" ? t("No Access to Codes Setup there") : undefined;
}

export function whyNotTo({ level }: CodesAccount): string | undefined {
  if (level === "NONE") return t("No Access to Codes Setup there");
  return level === "VIEW" ? t("View Only to Codes Setup there; copying to it needs Full Access") : undefined;
}
