import * as v from "valibot";

const files = v.picklist(["DIAGNOSIS_CODES", "BILLING_CODES", "PAYERS", "LOCATIONS", "MODIFIERS", "REFERRING_PROVIDERS", "SERVICE_CODES", "PAYMENT_TYPES", "NOTE_TEMPLATES", "INVOICE_MESSAGES"]);
const states = v.picklist(["NEW", "CONFLICT", "IDENTICAL"]);

// Where one stands in copying: what step 1 says, which step is shown, and how its list is filtered.
// An address that makes no sense counts as one that says nothing.
export const copySearch = v.object({
  from: v.fallback(v.optional(v.string()), undefined),
  to: v.fallback(v.optional(v.array(v.string())), undefined),
  files: v.fallback(v.optional(v.array(files)), undefined),
  charges: v.fallback(v.optional(v.boolean()), undefined),
  step: v.fallback(v.optional(v.picklist(["entries", "result"])), undefined),
  target: v.fallback(v.optional(v.string()), undefined),
  show: v.fallback(v.optional(states), undefined),
  find: v.fallback(v.optional(v.string()), undefined),
});

export type CopySearch = v.InferOutput<typeof copySearch>;
