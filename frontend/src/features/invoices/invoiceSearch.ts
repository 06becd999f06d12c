import * as v from "valibot";
import type { InvoiceKind, InvoiceStatus } from "../../gen/types";
import { t } from "../../text";
import type { Option } from "../../ui/option";
import { kindOptions, statusWord } from "./invoiceWords";

const kinds = ["ALL", "INVOICE", "CLAIM"] as const;
const statuses = ["ALL", "HELD", "GENERATED", "SUBMITTED", "ACCEPTED", "REJECTED", "VOID"] as const;
export type KindFilter = (typeof kinds)[number];
export type StatusFilter = (typeof statuses)[number];

export const invoiceListSearch = v.object({
  kind: v.optional(v.fallback(v.picklist(kinds), "ALL"), "ALL"),
  status: v.optional(v.fallback(v.picklist(statuses), "ALL"), "ALL"),
});

const day = v.optional(v.fallback(v.union([v.literal(""), v.pipe(v.string(), v.isoDate())]), ""), "");

export const toInvoiceSearch = v.object({
  kind: v.optional(v.fallback(v.picklist(["INVOICE", "CLAIM"]), "INVOICE"), "INVOICE"),
  from: day,
  until: day,
});

export const kindFilters = (): Option<KindFilter>[] => [{ value: "ALL", label: t("Invoices and claims") }, ...kindOptions()];

export const statusFilters = (): Option<StatusFilter>[] =>
  statuses.map((value) => {
    if (value === "ALL") return { value, label: t("All") };
    if (value === "HELD") return { value, label: t("Held") };
    return { value, label: value === "SUBMITTED" ? t("Sent or submitted") : statusWord(value, "CLAIM") };
  });

// What the filters mean to the server.
export function asked(kind: KindFilter, status: StatusFilter): { kind: InvoiceKind | null; status: InvoiceStatus | null; held: boolean | null } {
  const isStatus = status !== "ALL" && status !== "HELD";
  return { kind: kind === "ALL" ? null : kind, status: isStatus ? status : null, held: status === "HELD" ? true : null };
}
