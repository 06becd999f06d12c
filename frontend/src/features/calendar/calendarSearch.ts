import * as v from "valibot";

export const views = ["day", "week", "month", "list", "year"] as const;
export type View = (typeof views)[number];

// What is shown stands in the address. Nothing said: today, the view that fits the screen, and all
// clients. A client stands there by an id, which says nothing of them.
export const calendarSearch = v.object({
  client: v.optional(v.string()),
  view: v.optional(v.fallback(v.optional(v.picklist(views)), undefined)),
  day: v.optional(v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined)),
});
