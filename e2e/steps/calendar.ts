import type { Locator, Page } from "playwright-core";
import { settled } from "../harness/settled";
import type { Person } from "../harness/person";
import type { Stage } from "../harness/stage";
import { appointmentsOf, monday } from "./appointments";
import { addClient } from "./clients";

export const week = `/calendar?day=${monday}`;

export async function practice(stage: Stage) {
  const anna = await stage.provider("anna");
  const ida = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  const otto = await addClient(anna, { firstName: "Otto", lastName: "Fern" });
  return { anna, ida, otto };
}

export const onGrid = (page: Page, name: string) => page.locator("[data-appointment]", { hasText: name });
export const toast = (page: Page) => page.getByRole("region", { name: "Messages" });
export const undo = (page: Page) => toast(page).getByRole("button", { name: "Undo" }).first().click();

export async function grid(person: Person, path = week): Promise<Page> {
  const page = await person.open(path);
  await page.getByRole("group", { name: "Calendar" }).waitFor();
  await settled(page);
  // What the app asks for once the page stands draws the grid anew: a person is not as fast.
  await page.waitForTimeout(500);
  return page;
}

// When the appointments of the week begin on the server, in New York.
export async function starts(person: Person): Promise<string[]> {
  const found = await appointmentsOf(person);
  return found.map(({ start }) => new Date(Date.parse(start ?? "") - 5 * 3_600_000).toISOString().slice(5, 16));
}

// Drags from the middle of one thing by some pixels.
export async function drag(page: Page, from: Locator, by: { x?: number; y?: number }): Promise<void> {
  const box = await from.boundingBox();
  if (!box) throw new Error("it is not to be seen");
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(10, box.height / 2)];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + (by.x ?? 0) / 2, y + (by.y ?? 0) / 2, { steps: 4 });
  await page.mouse.move(x + (by.x ?? 0), y + (by.y ?? 0), { steps: 4 });
  await page.mouse.up();
}
