import * as v from "valibot";

const orders = ["TOTAL", "NAME"] as const;
export type Order = (typeof orders)[number];

export const balancesSearch = v.object({
  order: v.optional(v.fallback(v.picklist(orders), "TOTAL"), "TOTAL"),
  over: v.optional(v.fallback(v.picklist(["here", "all"]), "here"), "here"),
});
