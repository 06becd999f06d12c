import type { PsychotherapyNoteInput, WholePsychotherapyNoteFragment } from "../../gen/types";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import type { Saved } from "../editing/draft";
import { fieldsOf } from "../editing/fieldsOf";

export type WholePsychotherapyNote = WholePsychotherapyNoteFragment;

export const emptyNote = { client: "", noteDate: "", body: "" };
export type PsychotherapyFields = typeof emptyNote;
export const fieldNames = Object.keys(emptyNote) as (keyof PsychotherapyFields)[];

export const savedNote = (note: WholePsychotherapyNote): Saved<PsychotherapyFields> => ({
  version: note.version ?? 0,
  fields: fieldsOf(emptyNote, { ...note, client: note.client?.id }),
});

export const noteInput = ({ noteDate, body }: PsychotherapyFields): PsychotherapyNoteInput => ({ noteDate, body });

export const noteLabels = (): Record<keyof PsychotherapyFields, string> => ({ client: t("Client"), noteDate: t("Day"), body: t("Text") });

export const fieldText = (name: keyof PsychotherapyFields, fields: PsychotherapyFields): string | null =>
  (name === "noteDate" && fields.noteDate ? formatDate(fields.noteDate) : fields[name]) || null;
