import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { CellKey, Row } from "./rows";
import { type Change, type Draft, type Wishes, changesOf, discard, empty, redo, set, settle, undo } from "./draft";
import { type RowEdits, rowEditsOf } from "./rowEdits";

export interface DraftActions {
  set: (wishes: Wishes) => void;
  undo: () => void;
  redo: () => void;
  discard: () => void;
  settle: (choices: ReadonlyMap<CellKey, "mine" | "theirs">) => void;
  // After saving there is nothing to undo in the draft: what was saved is undone by saving.
  clear: () => void;
}

export function useDraft(rows: readonly Row[]) {
  const [draft, setDraft] = useState<Draft>(empty);
  const latest = useRef(rows);
  useLayoutEffect(() => {
    latest.current = rows;
  }, [rows]);
  const changes = useMemo(() => changesOf(draft, rows), [draft, rows]);
  const edits = useStableEdits(changes);
  const actions = useMemo<DraftActions>(
    () => ({
      set: (wishes) => setDraft((d) => set(d, wishes, latest.current)),
      undo: () => setDraft(undo),
      redo: () => setDraft(redo),
      discard: () => setDraft(discard),
      settle: (choices) => setDraft((d) => settle(d, choices, latest.current)),
      clear: () => setDraft(empty),
    }),
    [],
  );
  return { changes, edits, actions, mayUndo: draft.past.length > 0, mayRedo: draft.future.length > 0 };
}

// Made anew from the changes and what it was before: a row whose edits are the same keeps the same.
function useStableEdits(changes: readonly Change[]): ReadonlyMap<string, RowEdits> {
  const [known, setKnown] = useState<{ changes: readonly Change[]; edits: ReadonlyMap<string, RowEdits> }>({ changes: [], edits: new Map() });
  if (known.changes === changes) return known.edits;
  const edits = rowEditsOf(changes, known.edits);
  setKnown({ changes, edits });
  return edits;
}
