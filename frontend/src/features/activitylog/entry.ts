import type { LucideIcon } from "lucide-react";
import type { LogEntryFragment } from "../../gen/types";
import { t } from "../../text";
import type { Zone } from "../../text/format";
import { data } from "./data";

export type Entry = LogEntryFragment;

// In whose account, and in whose time, an entry is told.
export interface Telling {
  account: string;
  zone: Zone;
}

// Kind is how entries of one code are told: its name in the filter, its icon, its sentence.
export interface Kind {
  label: () => string;
  icon: LucideIcon;
  say: (entry: Entry, telling: Telling) => string;
}

export function who({ username, role, app, seenAs }: Entry): string {
  if (role === "SYSTEM") return t("Lanyard itself");
  if (username && app) return t("{app} for {username}", { app: data(app), username: data(username) });
  if (username && seenAs) return t("{username}, seeing as {seen},", { username: data(username), seen: data(seenAs) });
  return username ? data(username) : t("Somebody unknown");
}

// The username that something was done to, where the entry tells it.
export function whom({ changes }: Entry): string {
  const pair = changes?.username ?? [];
  const name = pair[1] ?? pair[0];
  return typeof name === "string" ? data(name) : t("a username");
}

export const isStranger = ({ role }: Entry): boolean => role === "STRANGER";
