import { useEffect, useState } from "react";
import type { Problem } from "../../graphql/problem";

// For how many seconds the server wants to be left alone, counting down.
export function useWait(problem: Problem | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const until = performance.now() + 1000 * Number(problem?.details.retryAfter ?? 0);
    const count = () => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    count();
    const tick = setInterval(count, 1000);
    return () => clearInterval(tick);
  }, [problem]);
  return left;
}
