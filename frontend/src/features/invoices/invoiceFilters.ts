import type { InvoiceKind, InvoiceStatus } from "../../gen/types";
import { t } from "../../text";
import type { Option } from "../../ui/option";
import { type KindFilter, type StatusFilter, statuses } from "./invoiceSearch";
import { kindOptions, statusWord } from "./invoiceWords";

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
