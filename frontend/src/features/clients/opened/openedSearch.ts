import * as v from "valibot";

const periods = ["MONTH", "YEAR", "SIX_YEARS", "ALL"] as const;
export type PeriodName = (typeof periods)[number];

export const openedSearch = v.object({ period: v.optional(v.fallback(v.picklist(periods), "YEAR"), "YEAR") });
