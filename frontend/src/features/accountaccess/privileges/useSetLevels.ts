import { useCallback, useState } from "react";
import { plural, t } from "../../../text";
import { announce } from "../../../ui/announce";
import { levelName } from "../../../ui/level";
import { sectionTitle } from "../../shell/sections";
import { type Plan, type Target, planOf } from "./bulk";
import type { Wishes } from "./draft";
import { nameOf } from "./rows";

// Sets the levels of one or many cells as one step, and says what that did.
export function useSetLevels(set: (wishes: Wishes) => void) {
  const [status, setStatus] = useState("");
  const setLevels = useCallback(
    (targets: readonly Target[], what?: string) => {
      const plan = planOf(targets);
      if (plan.wishes.size > 0) set(plan.wishes);
      const said = sentence(targets, plan, what);
      setStatus(said);
      announce(said, plan.wishes.size === 0);
    },
    [set],
  );
  return { setLevels, status };
}

function sentence(targets: readonly Target[], { wishes, leftOut }: Plan, what: string | undefined): string {
  const [first] = targets;
  if (!first) return t("There is nothing to set.");
  const level = what ?? levelName(first.level);
  if (targets.length === 1) return oneSentence(first, leftOut > 0);
  const done = plural(wishes.size, "{count} level set to {level}.", "{count} levels set to {level}.", { level });
  return leftOut === 0 ? done : `${done} ${plural(leftOut, "{count} left out: it is not yours to set so.", "{count} left out: they are not yours to set so.")}`;
}

function oneSentence({ row, section, level }: Target, isRefused: boolean): string {
  const values = { section: sectionTitle(section), name: nameOf(row), level: levelName(level) };
  if (!isRefused) return t("{section} of {name}: {level}.", values);
  return row.locked ?? t("You cannot give {level} to {section}.", values);
}
