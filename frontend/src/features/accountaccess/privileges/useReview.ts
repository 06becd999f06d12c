import { useState } from "react";
import type { Change } from "./draft";
import type { CellKey } from "./rows";
import type { DraftActions } from "./useDraft";
import { useSavePrivileges } from "./useSavePrivileges";

type Choices = ReadonlyMap<CellKey, "mine" | "theirs">;

// The way from a draft to what is saved: one dialog, opened by the bar or by leaving the page.
export function useReview(changes: readonly Change[], actions: DraftActions, refetch: () => void) {
  const { save, problems, isPending, clear } = useSavePrivileges(refetch);
  const [answer, setAnswer] = useState<((saved: boolean) => void) | null>(null);
  const [saves, setSaves] = useState(0);

  const ask = () =>
    new Promise<boolean>((resolve) => {
      clear();
      setAnswer(() => resolve);
    });
  const finish = (saved: boolean) => {
    answer?.(saved);
    setAnswer(null);
  };
  const saveChosen = async (choices: Choices, reason: string) => {
    const mine = changes.filter(({ key }) => choices.get(key) !== "theirs");
    if (choices.size > 0) actions.settle(choices);
    const saved = mine.length === 0 || (await save(mine, reason));
    if (!saved) return;
    actions.clear();
    finish(true);
    setSaves((before) => before + 1);
  };
  return {
    isOpen: answer !== null,
    open: () => void ask(),
    ask,
    save: (choices: Choices, reason: string) => void saveChosen(choices, reason),
    close: () => finish(false),
    problems,
    isPending,
    // How often something was saved: whoever shows it takes the focus back.
    saves,
  };
}
