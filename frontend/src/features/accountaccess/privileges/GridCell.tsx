import { CircleAlert, Clock, Lock, Sparkle } from "lucide-react";
import type { Section } from "../../../gen/types";
import { t } from "../../../text";
import { levelIcon, levelName } from "../../../ui/level";
import { levelInk } from "../../../ui/levelTint";
import type { CellEdit } from "./rowEdits";
import type { Setting } from "./rows";
import { hasEnded } from "./hasEnded";

interface Props {
  at: string;
  column: number;
  section: Section;
  stored: Setting;
  edit: CellEdit | undefined;
  isFixed: boolean;
  // The whole row cannot be changed: its name says so once.
  isRowLocked: boolean;
  isFresh: boolean;
  isSelected: boolean;
  isTabStop: boolean;
}

// One level: icon and word. The short words are for the eye, the full ones for the ear.
export function GridCell(props: Props) {
  const { at, column, section, stored, edit, isFixed, isRowLocked, isFresh, isSelected, isTabStop } = props;
  const setting = edit?.to ?? stored;
  const Icon = levelIcon(setting.level);
  const isOver = setting.level !== "NONE" && hasEnded(setting.until);
  const fill = edit ? "bg-draft-soft" : isFresh ? "bg-info-soft" : isRowLocked ? "bg-sunken" : "bg-surface";
  return (
    <div
      role="gridcell"
      aria-colindex={column + 1}
      data-at={at}
      data-section={section}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={spoken(props, setting)}
      aria-selected={isSelected}
      className={
        `relative flex scroll-mt-28 scroll-mr-2 scroll-mb-20 scroll-ml-52 flex-col items-center justify-center gap-0.5 border-r border-line text-xs leading-4 whitespace-nowrap -outline-offset-2 ` +
        `${fill} ${isFixed ? "cursor-default" : "cursor-pointer"} ${isFixed || edit ? "" : "hover:bg-sunken"} ${isSelected ? "shadow-[inset_0_0_0_999px] shadow-accent/10" : ""} ${levelInk(setting.level)}`
      }
    >
      <Icon aria-hidden size={14} strokeWidth={setting.level === "NONE" ? 1.6 : 2} className={isOver ? "opacity-50" : ""} />
      <span className={`${setting.level === "NONE" ? "" : "font-medium"} ${isOver ? "line-through" : ""}`}>{levelName(setting.level, true)}</span>
      <Marks edit={edit} setting={setting} isFixed={isFixed && !isRowLocked} isFresh={isFresh} />
    </div>
  );
}

function Marks({ edit, setting, isFixed, isFresh }: { edit: CellEdit | undefined; setting: Setting; isFixed: boolean; isFresh: boolean }) {
  return (
    <>
      {edit && <span aria-hidden className="pointer-events-none absolute inset-0.5 rounded-sm border border-draft-line" />}
      <span aria-hidden className="absolute top-1 right-1 flex gap-0.5">
        {edit?.isConflict && <CircleAlert size={12} className="text-danger-ink" />}
        {isFresh && <Sparkle size={12} className="text-info-ink" />}
        {setting.until && setting.level !== "NONE" && <Clock size={11} className="text-ink-muted" />}
        {isFixed && <Lock size={10} className="text-ink-faint" />}
      </span>
    </>
  );
}

function spoken({ stored, edit, isFixed, isFresh }: Props, setting: Setting): string {
  const parts = [levelName(setting.level)];
  if (setting.until && setting.level !== "NONE") parts.push(hasEnded(setting.until) ? t("ended") : t("ends by itself"));
  if (edit) parts.push(t("not saved, was {level}", { level: levelName(stored.level) }));
  if (edit?.isConflict) parts.push(t("somebody else has changed it too"));
  if (isFresh) parts.push(t("changed just now"));
  if (isFixed) parts.push(t("cannot be changed"));
  return parts.join(", ");
}
