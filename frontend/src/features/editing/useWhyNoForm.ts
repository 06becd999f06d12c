import { useState } from "react";
import type { Section } from "../../gen/types";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";

// Why there is no form here. Once there is one it stays, even if the level is lowered meanwhile: it
// can no longer be saved, but what was typed is still there to be read.
export function useWhyNoForm(section: Section): string | undefined {
  const whyNot = useWhyNotEdit(section);
  const [hasBegun, begin] = useState(false);
  if (!whyNot && !hasBegun) begin(true);
  return hasBegun ? undefined : whyNot;
}
