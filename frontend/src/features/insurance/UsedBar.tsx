import { t } from "../../text";
import type { Authorization } from "./authorization";
import { leftText } from "./authorization";

// How many of the sessions are used, as a bar and in words.
export function UsedBar({ row, isLow }: { row: Authorization; isLow: boolean }) {
  const allowed = row.sessionsAllowed ?? 0;
  const used = Math.min(row.sessionsUsed ?? 0, allowed);
  const text = t("{used} of {allowed} sessions used", { used: row.sessionsUsed ?? 0, allowed });
  return (
    <div className="min-w-32">
      <p className="flex flex-wrap justify-between gap-x-3 text-sm tabular-nums">
        <span>{text}</span>
        <span className={isLow ? "font-medium text-warning-ink" : "text-ink-muted"}>{leftText(row)}</span>
      </p>
      <svg aria-hidden className="mt-1 block h-2 w-full overflow-hidden rounded-full bg-sunken" preserveAspectRatio="none" viewBox={`0 0 ${Math.max(allowed, 1)} 1`}>
        <rect width={used} height={1} className={isLow ? "fill-warning-ink" : "fill-accent"} />
      </svg>
    </div>
  );
}
