import type { Section } from "../../gen/types";
import { t } from "../../text";
import type { Zone } from "../../text/format";
import { sectionTitle, sections } from "../shell/sections";
import { data } from "./data";
import type { Entry } from "./entry";
import { levelText } from "./levelText";

// One thing that an entry changed, in words.
export interface Change {
  key: string;
  // The username whose level it is; nothing for a field.
  username?: string;
  what: string;
  before: string;
  after: string;
  // The log says that it changed, and keeps no values: they are personal.
  isPrivate: boolean;
}

export function changesOf({ changes }: Entry, zone: Zone): Change[] {
  const all = Object.entries(changes ?? {}).map(([key, pair]) => changeOf(key, pair, zone));
  return all.sort((a, b) => compareUsername(a, b) || placeOf(a.key) - placeOf(b.key));
}

function changeOf(key: string, pair: unknown[], zone: Zone): Change {
  const [before, after] = pair.length > 1 ? pair : [undefined, pair[0]];
  const isPrivate = pair.length === 1 && after === "changed";
  const values = { before: valueText(before, zone), after: isPrivate ? "" : valueText(after, zone), isPrivate };
  if (isSection(key)) return { key, what: sectionTitle(key), ...values };
  const [username, section] = split(key);
  if (username && isSection(section)) return { key, username, what: sectionTitle(section), ...values };
  return { key, what: fileTitle(username) ? `${fileTitle(username)}: ${section}` : fieldTitle(key), ...values };
}

// Levels stand under "username SECTION": a username has no spaces.
function split(key: string): [string, string] {
  const space = key.indexOf(" ");
  return space < 0 ? ["", key] : [key.slice(0, space), key.slice(space + 1)];
}

const isSection = (text: string): text is Section => (sections as string[]).includes(text);
const compareUsername = (a: Change, b: Change): number => (a.username ?? "").localeCompare(b.username ?? "");
const placeOf = (key: string): number => (sections as string[]).indexOf(split(key)[1]);

const fileTitles: Record<string, () => string> = {
  DIAGNOSIS_CODES: () => t("Diagnosis codes"),
  BILLING_CODES: () => t("Billing codes"),
  PAYERS: () => t("Insurance payers"),
  LOCATIONS: () => t("Locations"),
  MODIFIERS: () => t("Modifiers"),
  REFERRING_PROVIDERS: () => t("Referring providers"),
  SERVICE_CODES: () => t("Service codes"),
  PAYMENT_TYPES: () => t("Adjustment and payment types"),
  NOTE_TEMPLATES: () => t("Note templates"),
  INVOICE_MESSAGES: () => t("Invoice messages"),
};

const fileTitle = (name: string): string | undefined => fileTitles[name]?.();

// A field's name in the API as people read it: "preferredName" is "preferred name".
export function fieldTitle(name: string): string {
  if (fileTitle(name)) return fileTitle(name) ?? name;
  return name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

function valueText(value: unknown, zone: Zone): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "string" && isSection(value)) return sectionTitle(value);
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (typeof value !== "object") return levelText(value, zone) ?? String(value);
  return Object.entries(value)
    .map(([name, part]) => `${fieldTitle(name)}: ${valueText(part, zone) || "–"}`)
    .join(", ");
}

// The first changes in a sentence, and how many there are besides.
export function inWords(changes: Change[], most = 2): string {
  const told = changes.slice(0, most).map(oneInWords).join("; ");
  const more = changes.length - most;
  return more > 0 ? t("{changes} and {count} more", { changes: told, count: more }) : told;
}

function oneInWords({ what, before, after, isPrivate }: Change): string {
  if (isPrivate) return what;
  const values = { what, before: data(before), after: data(after) };
  if (before && after) return t("{what} from {before} to {after}", values);
  return after ? t("{what} is {after}", values) : t("{what} is empty now, was {before}", values);
}
