import type { ClientLedgerQuery, OwedSessionFragment, WholeLedgerFragment } from "../../gen/types";

export type ShownPayment = NonNullable<WholeLedgerFragment["payments"]>[number];
export type Method = NonNullable<NonNullable<ClientLedgerQuery["account"]>["paymentMethods"]>[number];
export type EntryType = NonNullable<NonNullable<ClientLedgerQuery["account"]>["entryTypes"]>[number];
export type ShownEntry = NonNullable<WholeLedgerFragment["entries"]>[number];

// What is done about a session, and how much of it there can be.
export type OfSession = { what: "writeOff" | "adjust"; session: OwedSessionFragment };

// What a person wants to do in a ledger; each is a dialog.
export type Asked =
  | { what: "post" }
  | { what: "allocate"; payment: ShownPayment }
  | OfSession
  | { what: "refund"; payment: ShownPayment }
  | { what: "reversePayment"; payment: ShownPayment }
  | { what: "reverseEntry"; entry: ShownEntry };

export interface Asks {
  // Why nothing can be changed; nothing, where it can.
  whyNot: string | undefined;
  onAsk: (asked: Asked) => void;
}
