import * as v from "valibot";

// Which finished reviews the evidence is of: those that somebody finished on a day.
export const evidenceSchema = v.object({
  day: v.fallback(v.string(), ""),
  by: v.fallback(v.string(), ""),
});

export type EvidenceSearch = v.InferOutput<typeof evidenceSchema>;
