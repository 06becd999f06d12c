import { type Level, levelIcon, levelName } from "./level";
import { levelInk, levelTint } from "./levelTint";

interface LevelBadgeProps {
  level: Level;
  short?: boolean;
  /** Without a fill, for dense grids. */
  isQuiet?: boolean;
}

export function LevelBadge({ level, short, isQuiet }: LevelBadgeProps) {
  const Icon = levelIcon(level);
  const looks = isQuiet ? levelInk(level) : `rounded-full px-2 py-0.5 ${levelTint(level)}`;
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm font-medium whitespace-nowrap ${looks}`}>
      <Icon aria-hidden size={14} className="shrink-0" />
      {levelName(level, short)}
    </span>
  );
}
