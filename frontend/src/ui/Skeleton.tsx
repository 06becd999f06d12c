import { t } from "../text";
import { SkeletonText } from "./SkeletonText";

interface SkeletonProps {
  rows?: number;
  /** Of one row, in px. */
  height?: number;
  label?: string;
}

/** Holds the place of what is loading from the start, so that nothing jumps; shows itself after 150 ms. */
export function Skeleton({ rows = 3, height = 40, label }: SkeletonProps) {
  return (
    <div role="status" aria-label={label ?? t("Loading")} className="flex flex-col">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ height }} className="flex items-center">
          <SkeletonText width={`${90 - ((row * 17) % 45)}%`} />
        </div>
      ))}
    </div>
  );
}
