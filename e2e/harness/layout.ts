import type { Page } from "playwright-core";
import { expect } from "vitest";
import { settled } from "./settled";

// Expects that the page fits its width, or the given one: what is wider scrolls in a box of its own.
export async function noSidewaysScroll(page: Page, width?: number): Promise<void> {
  const before = page.viewportSize();
  if (width && before) await page.setViewportSize({ ...before, width });
  await settled(page);
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .map((element) => `${element.tagName}.${element.getAttribute("class") ?? ""}`)
      .slice(0, 12);
  });
  expect(wide, `wider than the page at ${width ?? before?.width} px`).toEqual([]);
  if (width && before) await page.setViewportSize(before);
}

// How much the page has jumped under its reader since it was loaded.
export const layoutShift = (page: Page): Promise<number> => page.evaluate(() => window.lanyardShift);

// Expects that the page has stayed in its place, and tells which of its parts have not.
export async function expectNoJump(page: Page, where: string): Promise<void> {
  await settled(page);
  if ((await layoutShift(page)) < 0.05) return;
  expect(await page.evaluate(() => window.lanyardMoved), `what has jumped on ${where}`).toEqual([]);
}
