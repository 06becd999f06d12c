import type { Locator } from "playwright-core";
import { quantile } from "./mainThread";
import { expect } from "./test";

// What a frame costs: the CPU time in ms of the page's main thread, and how many elements were styled anew.
interface Frame {
  own: number;
  styled: number;
}

// How far a box is scrolled in a frame, in px.
interface Step {
  down: number;
  right: number;
}

// Thirty notches of the wheel down, and ten that are twice as far back; sideways as well, where there is more.
const notches: Step[] = Array.from({ length: 40 }, (_, n) => (n < 30 ? { down: 120, right: 30 } : { down: -240, right: -60 }));

// A grid of very many lines is scrolled with no frame that takes the main thread more than 50 ms of CPU time: some
// three times what is measured. How much is styled anew is the same on every machine, and tells of a rule somewhere
// that has what stands there already styled with what is new.
export async function scrollsWell(grid: Locator, name: string): Promise<void> {
  const frames = await framesOf(grid, notches);
  const own = frames.map((frame) => frame.own);
  const styled = frames.map((frame) => frame.styled);
  console.log(`${name}, a frame while scrolling: median ${quantile(own, 0.5).toFixed(0)} ms, slowest ${quantile(own, 1).toFixed(0)} ms; styled anew: median ${quantile(styled, 0.5)}, most ${quantile(styled, 1)}`);
  expect(own.filter((ms) => ms > 50)).toEqual([]);
  expect(quantile(styled, 1)).toBeLessThan((await grid.locator("*").count()) / 2);
  expect(quantile(styled, 0.5)).toBeGreaterThan(0);
  expect(await grid.getByRole("row").count()).toBeLessThan(50);
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
  args: { elementCount?: number };
}

// What each frame costs in which a box is scrolled by a step, as fast as they come: the least of three passes,
// because now and then the browser tidies up in between.
async function framesOf(box: Locator, steps: readonly Step[]): Promise<Frame[]> {
  const passes = [await traced(box, steps), await traced(box, steps), await traced(box, steps)];
  const least = (index: number, of: keyof Frame) => Math.min(...passes.map((frames) => frames[index]?.[of] ?? Infinity));
  return steps.map((_, index) => ({ own: least(index, "own"), styled: least(index, "styled") }));
}

async function traced(box: Locator, steps: readonly Step[]): Promise<Frame[]> {
  const browser = box.page().context().browser();
  if (!browser) throw new Error("a page without a browser is not traced");
  await browser.startTracing(box.page(), { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"] });
  await box.evaluate(async (element, all) => {
    const painted = () => new Promise((tell) => requestAnimationFrame(() => setTimeout(tell)));
    element.scrollTo(0, 0);
    await painted();
    await painted();
    for (const { down, right } of all) {
      performance.mark("lanyard step");
      element.scrollBy(right, down);
      await painted();
    }
    performance.mark("lanyard step");
  }, steps);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return framesIn(traceEvents);
}

// The marks tell this page's main thread from those of the others that are open, and a frame from the next.
function framesIn(events: readonly TraceEvent[]): Frame[] {
  const marks = events.filter(({ name }) => name === "lanyard step").toSorted((a, b) => a.ts - b.ts);
  return marks.slice(1).map((end, index) => {
    const { pid, tid, ts } = marks[index] ?? end;
    const within = events.filter((event) => event.pid === pid && event.tid === tid && event.ts > ts && event.ts < end.ts);
    const sum = (name: string, of: (event: TraceEvent) => number | undefined) => within.reduce((total, event) => total + (event.name === name ? (of(event) ?? 0) : 0), 0);
    return { own: sum("RunTask", ({ tdur }) => tdur) / 1000, styled: sum("UpdateLayoutTree", ({ args }) => args.elementCount) };
  });
}
