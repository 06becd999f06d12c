import * as v from "valibot";
import { daySearch } from "../shell/daySearch";

const kinds = ["ALL", "INVOICE", "CLAIM"] as const;
export const statuses = ["ALL", "HELD", "GENERATED", "SUBMITTED", "ACCEPTED", "REJECTED", "VOID"] as const;
export type KindFilter = (typeof kinds)[number];
export type StatusFilter = (typeof statuses)[number];

// A client stands in the address by an id, which says nothing of them, and so does a batch.
export const invoiceListSearch = v.object({
  batch: v.optional(v.string()),
  client: v.optional(v.string()),
  kind: v.optional(v.fallback(v.picklist(kinds), "ALL"), "ALL"),
  status: v.optional(v.fallback(v.picklist(statuses), "ALL"), "ALL"),
});

export const toInvoiceSearch = v.object({
  kind: v.optional(v.fallback(v.picklist(["INVOICE", "CLAIM"]), "INVOICE"), "INVOICE"),
  from: daySearch,
  until: daySearch,
});
