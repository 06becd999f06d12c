import type { Locator, Page } from "playwright-core";
import { axe } from "./harness/axe";
import { layoutShift } from "./harness/layout";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";

// Where something is on its page, however far that is scrolled.
const place = (of: Locator) =>
  of.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + scrollX, top + scrollY, width, height];
  });

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

// Allow Account Access, where one file of the app, by the beginning of its name, is on the way until it is let go.
async function without(stage: Stage, file: string): Promise<{ page: Page; letGo: () => void }> {
  const anna = await stage.provider("anna");
  const context = (await anna.open("/my-access")).context();
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  await context.route(new RegExp(`/${file}-[^/]+\\.js$`), async (route) => {
    await gone;
    await route.continue();
  });
  const page = await stage.tab(context, `/p/${anna.account.id}/account-access/allow`);
  await page.getByRole("list", { name: "What this gives" }).waitFor();
  return { page, letGo };
}

test("a drop-down that is wished for before its list has come opens when it comes, and gives the focus back", async ({ stage }) => {
  const { page, letGo } = await without(stage, "SelectField");
  const levels = page.getByRole("button", { name: /Starting access levels/ });
  await axe(page);
  const face = await place(levels);
  await levels.focus();
  await page.keyboard.press("ArrowDown");
  expect(await page.getByRole("listbox").count()).toBe(0);
  letGo();
  const list = page.getByRole("listbox", { name: "Starting access levels" });
  await list.waitFor();
  await expect.poll(() => focused(page)).toContain("Full Access except Psychotherapy Notes");
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
  await expect.poll(() => levels.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await place(levels)).toEqual(face);
  expect(await layoutShift(page)).toBeLessThan(0.05);
});

test("a drop-down keeps the focus when its list comes", async ({ stage }) => {
  const { page, letGo } = await without(stage, "SelectField");
  const levels = page.getByRole("button", { name: /Starting access levels/ });
  await levels.focus();
  const face = await levels.elementHandle();
  letGo();
  await expect.poll(() => face?.evaluate((button) => button.isConnected)).toBe(false);
  expect(await page.getByRole("listbox").count()).toBe(0);
  await page.keyboard.press("Enter");
  await page.getByRole("listbox", { name: "Starting access levels" }).waitFor();
});

test("a menu that is wished for before it has come opens when it comes, with mouse and with keys", async ({ stage }) => {
  const { page, letGo } = await without(stage, "MenuPopover");
  const username = page.getByRole("button", { name: /^Signed in as / });
  await username.focus();
  await page.keyboard.press("ArrowUp");
  expect(await page.getByRole("menu").count()).toBe(0);
  letGo();
  const menu = page.getByRole("menu", { name: "Username" });
  await menu.waitFor();
  await expect.poll(() => focused(page)).toBe("Dark");
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "hidden" });
  await expect.poll(() => username.evaluate((button) => button === document.activeElement)).toBe(true);

  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toContain("My Access");
  await axe(page);
  await page.keyboard.press("Escape");
  await username.click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await menu.waitFor({ state: "hidden" });
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
});

test("the Provider drop-down that is wished for before it has come opens when it comes", async ({ stage }) => {
  const { page, letGo } = await without(stage, "AccountPopover");
  await page.getByRole("button", { name: /^Provider: / }).click();
  letGo();
  await page.getByRole("listbox", { name: "Provider" }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Search by provider or practice");
});

test("a part of a page that cannot be fetched at first is fetched again", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const context = (await anna.open("/my-access")).context();
  stage.watch.allow(/AccountPopover/, "the file that is held back");
  await context.route(/\/AccountPopover-[^/]+\.js$/, (route) => route.abort(), { times: 1 });
  const page = await stage.tab(context, `/p/${anna.account.id}/account-access/allow`);
  await page.getByRole("button", { name: /^Provider: / }).click();
  await page.getByRole("listbox", { name: "Provider" }).waitFor();
});
