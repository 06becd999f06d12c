import * as v from "valibot";
import { t } from "../../text";
import type { Option } from "../../ui/option";

const filters = ["RUNNING_OUT", "ACTIVE", "ALL"] as const;
export type Filter = (typeof filters)[number];

export const authorizationSearch = v.object({ show: v.optional(v.fallback(v.picklist(filters), "RUNNING_OUT"), "RUNNING_OUT") });

export const filterOptions = (): Option<Filter>[] => [
  { value: "RUNNING_OUT", label: t("Running out") },
  { value: "ACTIVE", label: t("Active") },
  { value: "ALL", label: t("All") },
];
