import * as v from "valibot";
import type { NoteStatus, NoteType } from "../../gen/types";
import { daySearch } from "../shell/daySearch";

const types: NoteType[] = ["PROGRESS", "INTAKE", "TREATMENT_PLAN", "DISCHARGE"];
const statuses: NoteStatus[] = ["DRAFT", "SIGNED", "DISCARDED"];

// What a list is narrowed to. A client stands in the address by an id, which says nothing of them.
export const noteListSearch = v.object({
  client: v.optional(v.string()),
  type: v.optional(v.fallback(v.picklist([...types, "ANY"]), "ANY"), "ANY"),
  status: v.optional(v.fallback(v.picklist([...statuses, "ANY"]), "ANY"), "ANY"),
  from: daySearch,
  until: daySearch,
});

// What a new note begins with: the client and, where it is about one, the session and its day.
export const noteBegun = v.object({ client: v.optional(v.string()), session: v.optional(v.string()), day: daySearch });

export type NoteSearch = v.InferOutput<typeof noteListSearch>;

export const isNarrowed = ({ client, type, status, from, until }: NoteSearch): boolean =>
  Boolean(client || from || until) || type !== "ANY" || status !== "ANY";

export const orNull = <Value extends string>(value: Value | "ANY"): Value | null => (value === "ANY" ? null : (value as Value));
