import type { NoteInput, OpenNoteQuery, SignNoteMutation, WholeNoteFragment, WriteNoteMutation } from "../../frontend/src/gen/types";
import type { Person } from "../harness/person";

// Writes a draft over the API.
export async function writeNote(person: Person, client: string, input: Partial<NoteInput>): Promise<WholeNoteFragment> {
  const whole = { noteType: "PROGRESS", noteDate: "2026-03-02", body: "", ...input };
  const { writeNote: written } = await person.api<WriteNoteMutation>("WriteNote", { account: person.account.id, client, input: whole });
  if (!written?.sessionNote) throw new Error("no note was written");
  return written.sessionNote;
}

export async function signedNote(person: Person, client: string, body: string): Promise<WholeNoteFragment> {
  const { id, version } = await writeNote(person, client, { body });
  const { signNote } = await person.api<SignNoteMutation>("SignNote", { account: person.account.id, id, version });
  if (!signNote?.sessionNote) throw new Error("no note was signed");
  return signNote.sessionNote;
}

// A note as it is on the server.
export async function openNote(person: Person, id: string): Promise<WholeNoteFragment> {
  const { account } = await person.api<OpenNoteQuery>("OpenNote", { account: person.account.id, id });
  if (!account?.sessionNote) throw new Error("there is no such note");
  return account.sessionNote;
}
