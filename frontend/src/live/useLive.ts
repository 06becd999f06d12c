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

// Calls changed when something changes in one of these sections, in whichever account, or in what the
// viewer may see.
export function useLiveEverywhere(sections: readonly Section[], changed: () => void): void {
  useChanges(({ kind, section }) => {
    const isOne = section !== null && sections.includes(section);
    if (kind === "SECTION" ? isOne : kind !== "MY_SIGN_INS") changed();
  });
}

// Whether a change may be of this one thing.
export const mayConcern = ({ object }: Change, id: string): boolean => object === null || object === id;

// Whether a change may be of this client.
export const mayConcernClient = ({ client }: Change, id: string): boolean => client === null || client === id;

// Calls changed for everything that the server tells.
export function useChanges(changed: (change: Change) => void): void {
  const onChange = useEffectEvent(changed);
  useEffect(() => onWord((word) => word.kind === "change" && onChange(word.change)), []);
}
