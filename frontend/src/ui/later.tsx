import { type ComponentType, useEffect, useSyncExternalStore } from "react";

// Safari knows no idle time.
const whenIdle = (run: () => void) => ("requestIdleCallback" in globalThis ? requestIdleCallback(run) : setTimeout(run, 200));
const AGAIN_MS = 3_000;

/**
 * A part that nobody sees at first: a dialog, a menu. It is fetched as soon as there is time for it, so
 * that it is there when it is wished for, also when the network has gone by then. Until then `Meanwhile`
 * stands in its place, or nothing; a wish that comes earlier is in its properties, and is not lost.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, Meanwhile?: ComponentType<Props>) {
  const part = partOf(load);
  return function Later(props: Props) {
    const Part = useSyncExternalStore(part.subscribe, part.get) ?? Meanwhile;
    useEffect(() => void whenIdle(part.fetch), []);
    return Part ? <Part {...props} /> : null;
  };
}

function partOf<Props>(load: () => Promise<ComponentType<Props>>) {
  let fetched: ComponentType<Props> | undefined;
  let isComing = false;
  const waiting = new Set<() => void>();
  const fetch = () => {
    if (isComing) return;
    isComing = true;
    load().then(arrive, fail);
  };
  const arrive = (component: ComponentType<Props>) => {
    fetched = component;
    for (const tell of waiting) tell();
  };
  const fail = () => {
    isComing = false;
    setTimeout(() => waiting.size > 0 && fetch(), AGAIN_MS);
  };
  const subscribe = (tell: () => void) => {
    waiting.add(tell);
    return () => waiting.delete(tell);
  };
  return { fetch, subscribe, get: () => fetched };
}
