import { useEffect, useEffectEvent } from "react";
import type { Section } from "../gen/types";
import { useAccount } from "../features/shell/viewer";
import { onWord } from "./tabs";

// Calls changed when somebody has changed something in a section of the open account. What changed
// is for the page to ask: with { background: true }, since no person did.
export function useLive(section: Section, changed: () => void): void {
  const { id } = useAccount();
  const onChanged = useEffectEvent(changed);
  useEffect(
    () =>
      onWord((word) => {
        if (word.kind !== "notice") return;
        const { notice } = word;
        const anything = notice.kind === "LOOK_AGAIN";
        if (anything || (notice.account === id && notice.section === section)) onChanged();
      }),
    [id, section],
  );
}
