import { t } from "../../../text";
import { LEVELS, levelName } from "../../../ui/level";
import { sectionTitle, sections } from "../../shell/sections";
import type { Item } from "./matrix";
import { standingOf } from "./words";

// All that a username may do, by level: "Full Access: Clients, Calendar. View Only: Reports."
export function heldOf({ levels }: Pick<Item, "levels">): string {
  const said = LEVELS.toReversed()
    .filter((level) => level !== "NONE")
    .flatMap((level) => {
      const named = sections.filter((_, index) => levels?.[index] === level).map(sectionTitle);
      return named.length > 0 ? [`${levelName(level)}: ${named.join(", ")}.`] : [];
    });
  return said.join(" ") || `${levelName("NONE")}.`;
}

export function decisionOf(item: Item): string {
  if (item.open === "OWN") return t("Open: the reviewer's own");
  return item.open ? t("Open: not decided") : standingOf(item).word;
}
