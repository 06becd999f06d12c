import type { CombinedError } from "@urql/core";
import type { ExportRecordQuery, PartOfRecordFragment, Section } from "../../../gen/types";
import { whyMissing } from "../../../graphql/problem";
import { t } from "../../../text";
import { sectionTitle } from "../../shell/sections";

// The parts of a record, each with the section that holds it.
export const parts = [
  { part: "details", section: "CLIENTS" },
  { part: "insurance", section: "INSURANCE" },
  { part: "appointments", section: "CALENDAR" },
  { part: "sessions", section: "CLIENT_SESSIONS" },
  { part: "notes", section: "NOTES" },
  { part: "invoices", section: "INVOICES" },
  { part: "ledger", section: "PAYMENTS" },
] as const satisfies readonly { part: string; section: Section }[];

export interface LeftOut {
  what: string;
  why: string;
}

export interface WholeRecord {
  sections: { title: string; tables: readonly PartOfRecordFragment[] }[];
  leftOut: LeftOut[];
}

// What is in no record, whoever hands it out.
export const neverIn = (): LeftOut[] => [
  { what: t("Psychotherapy Notes"), why: t("They are kept apart from the record (45 CFR 164.501), and nobody can export them.") },
  { what: t("The ID number"), why: t("It is shown to nobody whole.") },
  { what: t("The accounting of disclosures, and who opened the record"), why: t("Both are printed from their own pages.") },
];

// What the viewer cannot hand out.
export const notTheirs = (mayView: (section: Section) => boolean): LeftOut[] =>
  parts.filter(({ section }) => !mayView(section)).map(({ section }) => ({ what: sectionTitle(section), why: t("Whoever made this has No Access to this section.") }));

// What was handed out. A part that was asked for and is not there is told of, with the server's reason.
export function recordOf(found: NonNullable<ExportRecordQuery["exportRecord"]>, error: CombinedError | undefined, mayView: (section: Section) => boolean): WholeRecord {
  const asked = parts.filter(({ section }) => mayView(section));
  const failed = asked
    .filter(({ part }) => !found[part])
    .map(({ part, section }) => ({ what: sectionTitle(section), why: whyMissing(error, "exportRecord", part) ?? t("It could not be read.") }));
  return {
    sections: asked.flatMap(({ part, section }) => (found[part] ? [{ title: sectionTitle(section), tables: found[part] }] : [])),
    leftOut: [...failed, ...notTheirs(mayView), ...neverIn()],
  };
}
