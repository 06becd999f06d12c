import { t } from "../../../text";
import { formatDate } from "../../../text/format";
import { LevelBadge } from "../../../ui/LevelBadge";
import { useAccount } from "../../shell/viewer";
import type { Setting } from "./rows";
import { hasEnded } from "./hasEnded";
import { lastDayBefore } from "./untilDate";

// A level with its end, where it has one.
export function SettingText({ setting: { level, until } }: { setting: Setting }) {
  const { timeZone } = useAccount();
  const day = until && level !== "NONE" && formatDate(lastDayBefore(until, timeZone));
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <LevelBadge level={level} />
      {day && <span className="text-sm text-ink-muted">{hasEnded(until) ? t("ended {day}", { day }) : t("until {day}", { day })}</span>}
    </span>
  );
}
