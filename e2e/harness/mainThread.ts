import type { BrowserContext, Page } from "playwright-core";

// A page that is loaded anew, with the CPU time in ms that its main thread took until it was usable: what
// the machine does meanwhile is not in it.
export async function startOf(context: BrowserContext, path: string, usable: (page: Page) => Promise<unknown>) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(path);
  await usable(page);
  const { metrics } = await cdp.send("Performance.getMetrics");
  const ms = (name: string) => Math.round((metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000);
  return { page, all: ms("TaskDuration"), script: ms("ScriptDuration"), layout: ms("LayoutDuration") + ms("RecalcStyleDuration") };
}

// From each key that is pressed to the next paint, in ms, on a machine that is four times as slow.
export async function keyDelays(page: Page, keys: readonly string[]): Promise<number[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.evaluate(() => {
    window.lanyardKeys = [];
    const keep = (list: PerformanceObserverEntryList) => window.lanyardKeys.push(...list.getEntriesByName("keydown").map(({ duration }) => duration));
    // What is quicker than 16 ms is not told.
    new PerformanceObserver(keep).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  }
  const told = await page.evaluate(() => new Promise<number[]>((tell) => setTimeout(() => tell(window.lanyardKeys), 500)));
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return [...Array<number>(Math.max(0, keys.length - told.length)).fill(16), ...told];
}

declare global {
  interface Window {
    lanyardKeys: number[];
  }
}

// The value that a share of all stays under.
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
