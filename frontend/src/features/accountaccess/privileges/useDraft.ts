import { useMemo, useRef, useState } from "react";
import type { CellKey, Row } from "./rows";
import { type Draft, type Wishes, changesOf, discard, empty, redo, set, settle, undo } from "./draft";
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
  latest.current = rows;
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

function useStableEdits(changes: ReturnType<typeof changesOf>): ReadonlyMap<string, RowEdits> {
  const before = useRef<ReadonlyMap<string, RowEdits>>(new Map());
  return useMemo(() => {
    before.current = rowEditsOf(changes, before.current);
    return before.current;
  }, [changes]);
}
