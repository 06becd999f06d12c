import * as v from "valibot";
import type { EventAction, EventOutcome, Section } from "../../gen/types";
import { sections } from "../shell/sections";
import { matters } from "./matters";

export const actions = ["C", "R", "U", "D", "E"] as const satisfies readonly EventAction[];
export const outcomes = ["OK", "DENIED", "FAILED"] as const satisfies readonly EventOutcome[];

// The router reads ?text=1001 as a number.
const asText = v.union([v.string(), v.pipe(v.number(), v.transform(String))]);
const given = v.optional(v.fallback(v.optional(v.pipe(asText, v.trim(), v.minLength(1), v.maxLength(200))), undefined));
const oneOf = <const T extends string>(values: readonly T[]) => v.optional(v.fallback(v.optional(v.picklist(values)), undefined));
const day = v.optional(v.fallback(v.optional(v.pipe(v.string(), v.isoDate(), v.check(isDay))), undefined));

// What is asked of the log stands in the address: it can be bookmarked and sent to a colleague,
// and Back works. What cannot be read is left out.
export const searchSchema = v.object({
  text: v.optional(v.fallback(v.optional(v.pipe(asText, v.trim(), v.minLength(1), v.maxLength(100))), undefined)),
  username: given,
  section: oneOf<Section>(sections),
  action: oneOf(actions),
  outcome: oneOf(outcomes),
  code: given,
  matter: oneOf(matters),
  client: given,
  token: given,
  emergency: given,
  from: day,
  until: day,
  // Times in UTC, instead of in the account's zone.
  utc: v.optional(v.fallback(v.optional(v.literal(true)), undefined)),
  // One entry alone.
  event: given,
});

// The days of a review, in the address of its page.
export const daysSchema = v.object({ from: day, until: day });

export type LogSearch = v.InferOutput<typeof searchSchema>;
export type Criterion = Exclude<keyof LogSearch, "utc" | "event">;

export const criteria = ["text", "username", "section", "action", "outcome", "code", "matter", "client", "token", "emergency", "from", "until"] as const satisfies readonly Criterion[];

export const criteriaIn = (search: LogSearch): Criterion[] => criteria.filter((name) => search[name] !== undefined);

export const withoutCriteria = ({ utc }: LogSearch): LogSearch => (utc ? { utc } : {});

// A month has no 31st of its own making: 2026-02-31 is no day. Without a library: this stands in
// what every page loads.
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
