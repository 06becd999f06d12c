// What is saved, and which version of it that is.
export interface Saved<Fields> {
  version: number;
  fields: Fields;
}

// What a person has typed, and what was saved when they began: whatever is saved meanwhile by
// somebody else changes neither, so that the server can tell that the two meet.
export interface Draft<Fields> {
  base: Saved<Fields>;
  fields: Fields;
}

const keysOf = <Fields extends object>(fields: Fields) => Object.keys(fields) as (keyof Fields)[];

// The draft after something was typed; none, once everything is again as it was saved.
export function withChange<Fields extends object>(draft: Draft<Fields> | null, saved: Saved<Fields>, change: Partial<Fields>): Draft<Fields> | null {
  const base = draft?.base ?? saved;
  const fields = { ...(draft?.fields ?? saved.fields), ...change };
  const isSame = keysOf(fields).every((key) => Object.is(fields[key], base.fields[key]));
  return isSame ? null : { base, fields };
}

// The draft after `sent` was saved as `now`: what was typed while it was on its way is kept.
export function afterSaving<Fields extends object>(draft: Draft<Fields> | null, sent: Fields, now: Saved<Fields>): Draft<Fields> | null {
  if (!draft) return null;
  const later = keysOf(sent).filter((key) => !Object.is(draft.fields[key], sent[key]));
  const typed = Object.fromEntries(later.map((key) => [key, draft.fields[key]]));
  return withChange(null, now, typed as Partial<Fields>);
}
