import type { NoteInput, NoteType, WholeNoteFragment } from "../../gen/types";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import type { Saved } from "../editing/draft";
import { fieldsOf } from "../editing/fieldsOf";
import { typeName } from "./noteWords";

export type WholeNote = WholeNoteFragment;

export const emptyNote = { client: "", noteType: "PROGRESS" as NoteType, noteDate: "", session: "", body: "" };
export type NoteFields = typeof emptyNote;
export const noteFieldNames = Object.keys(emptyNote) as (keyof NoteFields)[];

export const savedNote = (note: WholeNote): Saved<NoteFields> => ({
  version: note.version ?? 0,
  fields: fieldsOf(emptyNote, { ...note, client: note.client?.id }),
});

export const noteInput = ({ noteType, noteDate, session, body }: NoteFields): NoteInput => ({ noteType, noteDate, session: session || null, body });

// What two versions are compared by. The session has no words here: it is in Client Sessions.
export const noteLabels = (): Record<keyof NoteFields, string> => ({
  client: t("Client"),
  noteType: t("Type"),
  noteDate: t("Day"),
  session: t("Client session"),
  body: t("Text"),
});

export function fieldText(name: keyof NoteFields, fields: NoteFields): string | null {
  switch (name) {
    case "noteType":
      return typeName(fields.noteType);
    case "noteDate":
      return fields.noteDate ? formatDate(fields.noteDate) : null;
    case "session":
      return fields.session ? t("Linked") : null;
    default:
      return fields[name] || null;
  }
}

// A template comes after what is there already: nothing that was typed is lost.
export const withTemplate = (body: string, template: string): string => (body.trim() ? `${body.trimEnd()}\n\n${template}` : template);
