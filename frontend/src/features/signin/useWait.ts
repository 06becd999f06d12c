import { useEffect, useState } from "react";
import type { Problem } from "../../graphql/problem";
import { plural } from "../../text";

// Says for how long the server wants to be left alone, counting down; nothing: no longer.
export function useWait(problem: Problem | undefined): string | undefined {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const until = performance.now() + 1000 * Number(problem?.details.retryAfter ?? 0);
    const count = () => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    count();
    const tick = setInterval(count, 1000);
    return () => clearInterval(tick);
  }, [problem]);
  return left > 0 ? plural(left, "You can try again in {count} second.", "You can try again in {count} seconds.") : undefined;
}
