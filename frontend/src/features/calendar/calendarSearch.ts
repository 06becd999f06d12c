import * as v from "valibot";

export const views = ["day", "week", "month", "list"] as const;
export type View = (typeof views)[number];

// What is shown stands in the address. Nothing said: today, and the view that fits the screen.
export const calendarSearch = v.object({
  view: v.optional(v.fallback(v.optional(v.picklist(views)), undefined)),
  day: v.optional(v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined)),
});
