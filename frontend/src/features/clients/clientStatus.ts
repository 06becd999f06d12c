import * as v from "valibot";
import { t } from "../../text";
import type { Option } from "../../ui/option";

const filters = ["ACTIVE", "ARCHIVED", "ALL"] as const;
export type StatusFilter = (typeof filters)[number];

export const clientListSearch = v.object({ status: v.optional(v.fallback(v.picklist(filters), "ACTIVE"), "ACTIVE") });

export const statusOptions = (): Option<StatusFilter>[] => [
  { value: "ACTIVE", label: t("Active") },
  { value: "ARCHIVED", label: t("Archived") },
  { value: "ALL", label: t("All") },
];
