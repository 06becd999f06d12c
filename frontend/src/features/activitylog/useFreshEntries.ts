import { useCallback, useEffect, useRef, useState } from "react";
import { useLive } from "../../live/useLive";
import { plural } from "../../text";
import { announce } from "../../ui/announce";

// Each look is itself an entry of the log.
const AT_MOST_EVERY = 10_000;
const TOP = 120;

const isWatching = (): boolean => document.visibilityState === "visible" && window.scrollY < TOP;

// Loads new entries while somebody watches the top of the log: the first at once, then at most
// every ten seconds. Whoever reads further down is told that there are some, and nothing moves
// under their eyes.
export function useFreshEntries(fresh: () => Promise<number>): { areWaiting: boolean; show: () => void } {
  const [areWaiting, setWaiting] = useState(false);
  const last = useRef(0);
  const timer = useRef<number | undefined>(undefined);

  const load = useCallback(async () => {
    last.current = Date.now();
    setWaiting(false);
    const count = await fresh();
    if (count > 0) announce(plural(count, "{count} new entry", "{count} new entries"));
  }, [fresh]);

  const onChanged = () => {
    if (!isWatching()) return setWaiting(true);
    const wait = last.current + AT_MOST_EVERY - Date.now();
    if (wait <= 0) return void load();
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined;
      if (isWatching()) void load();
      else setWaiting(true);
    }, wait);
  };
  useLive("ACTIVITY_LOG", onChanged);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const show = () => {
    window.scrollTo({ top: 0 });
    void load();
  };
  return { areWaiting, show };
}
