// From so many seconds before the end on, the page asks whether to stay (WCAG 2.2.1 wants 20 at least).
export const warnSeconds = 60;

// In how many seconds to look again: when it is time to warn; then often, for another tab may be used
// meanwhile; and once it is over, at the end. A server that does not answer is asked again soon.
export function nextAsk(secondsLeft: number | undefined): number {
  if (secondsLeft === undefined) return 15;
  if (secondsLeft > warnSeconds) return secondsLeft - warnSeconds;
  return Math.max(1, Math.min(10, secondsLeft));
}
