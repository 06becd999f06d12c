import { useState } from "react";
import { flushSync } from "react-dom";
import { type Draft, type Saved, afterSaving, withChange } from "./draft";

export interface Edit<Fields extends object> {
  fields: Fields;
  // What was saved when the draft was begun.
  base: Saved<Fields>;
  isDirty: boolean;
  set: <Key extends keyof Fields>(field: Key) => (value: Fields[Key]) => void;
  // Saves, and says whether that went well.
  submit: () => Promise<boolean>;
  // Saves what was chosen out of mine and theirs, on their version.
  submitOn: (theirs: Saved<Fields>, chosen: Fields) => Promise<boolean>;
  discard: () => void;
}

// useEdit keeps what a person types until it is saved. A save that was refused loses nothing.
export function useEdit<Fields extends object>(
  saved: Saved<Fields>,
  save: (version: number, fields: Fields) => Promise<Saved<Fields> | undefined>,
): Edit<Fields> {
  const [draft, setDraft] = useState<Draft<Fields> | null>(null);
  const { base, fields } = draft ?? { base: saved, fields: saved.fields };

  const send = async (version: number, sent: Fields) => {
    const now = await save(version, sent);
    if (!now) return false;
    // At once: whoever leaves the page next must not be asked about what has just been saved.
    flushSync(() => setDraft((before) => afterSaving(before, sent, now)));
    return true;
  };

  return {
    fields,
    base,
    isDirty: draft !== null,
    set: (field) => (value) => setDraft((before) => withChange(before, saved, { [field]: value } as unknown as Partial<Fields>)),
    submit: () => send(base.version, fields),
    submitOn: (theirs, chosen) => {
      setDraft({ base: theirs, fields: chosen });
      return send(theirs.version, chosen);
    },
    discard: () => setDraft(null),
  };
}
