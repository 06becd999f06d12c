import * as v from "valibot";

// A day in an address, such as 2026-01-31; empty where there is none, or none that can be.
export const daySearch = v.optional(v.fallback(v.union([v.literal(""), v.pipe(v.string(), v.isoDate())]), ""), "");
