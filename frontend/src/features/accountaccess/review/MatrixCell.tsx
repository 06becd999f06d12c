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

const look = "flex min-w-0 scroll-mt-16 scroll-mb-20 scroll-ml-52 flex-col justify-center border-r border-line px-2 text-xs leading-4 -outline-offset-2";

// What a username may do in an account, and what was decided, by word and icon.
export const MatrixCell = memo(function MatrixCell({ at, column, provider, item, isTabStop }: Props) {
  const shared = { role: "gridcell", "aria-colindex": column + 1, "data-at": at, tabIndex: isTabStop ? 0 : -1, style: { gridColumn: column + 1 } };
  if (!item) return <div {...shared} aria-label={t("{provider}: no way in", { provider })} className={`${look} bg-sunken`} />;
  const { word, icon: Mark, ink } = standingOf(item);
  const highest = highestOf(item);
  const Level = levelIcon(highest);
  const said = [`${summaryOf(item)} ${word}`, provider, item.unused && t("not used for 90 days")].filter(Boolean).join(", ");
  return (
    <div {...shared} aria-label={said} aria-haspopup="dialog" data-decision={item.decision ?? item.open} className={`${look} cursor-pointer bg-surface hover:bg-sunken`}>
      <span className={`flex min-w-0 items-center gap-1 font-medium ${item.decision === "REMOVE" ? "text-ink-faint line-through" : levelInk(highest)}`}>
        <Level aria-hidden size={13} className="shrink-0" />
        <span className="truncate">{summaryOf(item)}</span>
        {item.unused && <TriangleAlert aria-hidden size={13} className="ml-auto shrink-0 text-warning-ink" />}
      </span>{" "}
      <span className={`flex items-center gap-1 ${ink}`}>
        <Mark aria-hidden size={13} className="shrink-0" />
        <span className="truncate">{word}</span>
      </span>
    </div>
  );
});
