import { useEffect, useEffectEvent } from "react";
import { useAccount } from "../features/shell/viewer";
import type { Section } from "../gen/types";
import { type Change, onWord } from "./tabs";

// Calls changed when somebody has changed something in a section of the open account. What changed
// is for the page to ask: with { background: true }, since no person did.
export function useLive(section: Section, changed: (change: Change) => void): void {
  const { id } = useAccount();
  useChanges((change) => {
    const here = change.kind === "SECTION" && change.account === id && change.section === section;
    if (here || change.kind === "EVERYTHING") changed(change);
  });
}

// Calls changed when something changes in a section of any account, or which of them the viewer may see.
export function useLiveEverywhere(section: Section, changed: () => void): void {
  useChanges(({ kind, section: of }) => {
    if (kind === "SECTION" ? of === section : kind !== "MY_SIGN_INS") changed();
  });
}

// Whether a change may be of this one thing.
export const mayConcern = ({ object }: Change, id: string): boolean => object === null || object === id;

// Calls changed for everything that the server tells.
export function useChanges(changed: (change: Change) => void): void {
  const onChange = useEffectEvent(changed);
  useEffect(() => onWord((word) => word.kind === "change" && onChange(word.change)), []);
}
