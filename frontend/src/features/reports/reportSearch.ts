import * as v from "valibot";
import { daySearch } from "../shell/daySearch";

export const reports = ["income", "sessions", "ageing", "clients"] as const;
export type ReportName = (typeof reports)[number];

export const presets = ["THIS_MONTH", "LAST_MONTH", "THIS_QUARTER", "LAST_QUARTER", "THIS_YEAR", "LAST_YEAR", "LAST_12_MONTHS", "CUSTOM"] as const;
export type Preset = (typeof presets)[number];

const lengths = ["MONTH", "QUARTER", "YEAR"] as const;
export type Length = (typeof lengths)[number];

export const reportDefaults = { report: "income", period: "THIS_YEAR", by: "MONTH", from: "", until: "" } as const;

export const reportSearch = v.object({
  report: v.optional(v.fallback(v.picklist(reports), reportDefaults.report), reportDefaults.report),
  period: v.optional(v.fallback(v.picklist(presets), reportDefaults.period), reportDefaults.period),
  by: v.optional(v.fallback(v.picklist(lengths), reportDefaults.by), reportDefaults.by),
  from: daySearch,
  until: daySearch,
});

export type ReportSearch = v.InferOutput<typeof reportSearch>;
