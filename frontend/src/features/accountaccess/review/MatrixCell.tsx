import { TriangleAlert } from "lucide-react";
import { memo } from "react";
import { t } from "../../../text";
import { levelIcon } from "../../../ui/level";
import { levelInk } from "../../../ui/levelTint";
import type { Item } from "./matrix";
import { highestOf, standingOf, summaryOf } from "./words";

interface Props {
  at: string;
  column: number;
  provider: string;
  item: Item | undefined;
  isTabStop: boolean;
}

const look = "min-w-0 scroll-mt-16 scroll-mb-20 scroll-ml-52 border-r border-line text-xs leading-4 -outline-offset-2";
const icon = "mr-1 inline align-[-2px]";

// What a username may do in an account, and what was decided, by word and icon. Its two lines are one text, cut off
// where the cell ends: with a box for each, two hundred of them take three times as long to paint.
export const MatrixCell = memo(function MatrixCell({ at, column, provider, item, isTabStop }: Props) {
  const shared = { role: "gridcell", "aria-colindex": column + 1, "data-at": at, tabIndex: isTabStop ? 0 : -1, style: { gridColumn: column + 1 } };
  if (!item) return <div {...shared} aria-label={t("{provider}: no way in", { provider })} className={`${look} bg-sunken`} />;
  const { word, icon: Mark, ink } = standingOf(item);
  const highest = highestOf(item);
  const Level = levelIcon(highest);
  const said = [`${summaryOf(item)} ${word}`, provider, item.unused && t("not used for 90 days")].filter(Boolean).join(", ");
  return (
    <div {...shared} aria-label={said} aria-haspopup="dialog" data-decision={item.decision ?? item.open} className={`${look} relative cursor-pointer truncate bg-surface py-2 pl-2 hover:bg-sunken ${item.unused ? "pr-6" : "pr-2"}`}>
      <span className={`font-medium ${item.decision === "REMOVE" ? "text-ink-faint line-through" : levelInk(highest)}`}>
        <Level aria-hidden size={13} className={icon} />
        {summaryOf(item)}
      </span>{" "}
      <br />
      <span className={ink}>
        <Mark aria-hidden size={13} className={icon} />
        {word}
      </span>
      {item.unused && <TriangleAlert aria-hidden size={13} className="absolute top-2.5 right-2 text-warning-ink" />}
    </div>
  );
});
