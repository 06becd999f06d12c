import { plural } from "../../text";
import type { Tally } from "./choices";

// How many entries were left as they are, and why.
export function Skipped({ count, tally: { identical, keep, leave } }: { count: number; tally: Tally }) {
  const why = [
    identical > 0 && plural(identical, "{count} identical", "{count} identical"),
    keep > 0 && plural(keep, "{count} kept theirs", "{count} kept theirs"),
    leave > 0 && plural(leave, "{count} not ticked", "{count} not ticked"),
  ].filter(Boolean);
  return (
    <>
      {count} {why.length > 0 && <span className="font-normal text-ink-muted">({why.join(", ")})</span>}
    </>
  );
}
