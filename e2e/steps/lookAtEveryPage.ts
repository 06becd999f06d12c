import type { Page } from "playwright-core";
import { axe, axeInTheDark } from "../harness/axe";
import { expectNoJump, noSidewaysScroll } from "../harness/layout";
import type { Person } from "../harness/person";
import type { Stage } from "../harness/stage";
import { expect } from "../harness/test";
import { busy, pathOf, routes } from "./everyRoute";

async function look(page: Page, of: Person, route: string, phone: boolean): Promise<void> {
  const where = `${route} at ${page.viewportSize()?.width}`;
  await axe(page);
  if (!phone) await axeInTheDark(page); // a phone has the same colours
  await expect.poll(() => page.title(), { message: where }).toContain(of.account.providerName);
  expect(await page.title(), where).toContain(of.username);
  expect(await page.getByRole("heading", { level: 1 }).count(), where).toBe(1);
  await expectNoJump(page, where);
  if (!phone) return;
  await noSidewaysScroll(page);
  await noSidewaysScroll(page, 320);
}

// Looks at every page, and tells what is wrong with all of them together.
export async function lookAtEveryPage(stage: Stage, phone: boolean): Promise<void> {
  const { master, ids } = await busy(stage);
  const context = (await master.open("/", { phone })).context();
  const wrong: Record<string, string> = {};
  for (const route of routes) {
    const page = await stage.tab(context, `/p/${master.account.id}${pathOf(route, ids)}`);
    await look(page, master, route, phone).catch((error) => (wrong[route] = JSON.stringify(error.actual ?? error.message)));
    await page.close();
  }
  expect(wrong, JSON.stringify(wrong)).toEqual({});
}
