import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addClient } from "./steps/clients";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Go to…" });

async function type(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "Go to…" }).waitFor();
  await page.keyboard.press("Control+k");
  await dialog(page).getByRole("searchbox").fill(text);
}

test("the palette goes to a page by a part of its name, with keys alone, and Escape gives the focus back", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/clients");
  await page.getByRole("searchbox", { name: "Search clients" }).focus();
  await page.keyboard.press("Control+k");
  await dialog(page).getByRole("option", { name: "Calendar" }).waitFor();
  await axe(page);
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");

  await type(page, "privil");
  await dialog(page).getByRole("option", { name: "Account Access: Username Privileges" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/account-access/privileges");
  await dialog(page).waitFor({ state: "hidden" });
});

test("the palette opens a client by any part of the name, and the search is in the log", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await addClient(anna, { firstName: "Ida", lastName: "Mossgrove" });
  await addClient(anna, { firstName: "Otto", lastName: "Fern" });
  const page = await anna.open("/");
  await page.getByRole("button", { name: "Go to…" }).click();
  await dialog(page).getByRole("searchbox").fill("grove");
  await dialog(page).getByRole("option", { name: /Ida Mossgrove/ }).waitFor();
  expect(await dialog(page).getByRole("option").count()).toBe(1);
  await axe(page);
  await shot(page, "palette-client");
  await dialog(page).getByRole("searchbox").fill("mosgrvoe");
  await dialog(page).getByRole("option", { name: /Ida Mossgrove/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Ida Mossgrove", level: 1 }).waitFor();
  expect(page.url()).not.toContain("grove");
  await page.goto(`/p/${anna.account.id}/activity-log`);
  await page.getByText("listed 1 client").waitFor();
});

test("the palette goes to another account, and to the same section there", async ({ stage }) => {
  const [anna, ben] = await Promise.all([stage.provider("anna"), stage.provider("ben")]);
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  const page = await master.open("/clients");
  await page.getByRole("heading", { name: "Clients", level: 1 }).waitFor();
  await type(page, "dr. ben");
  await dialog(page).getByRole("option", { name: new RegExp(ben.account.providerName) }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/p/${ben.account.id}/clients`);
});

test("6: the palette offers what may be opened and nothing else, and asks for no client", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await addClient(anna, { firstName: "Ida", lastName: "Mossgrove" });
  const desk = await stage.member(anna, "desk", { CALENDAR: "VIEW" });
  const page = await desk.open("/");
  await type(page, "");
  await dialog(page).getByRole("option", { name: "Calendar" }).waitFor();
  expect(await dialog(page).getByRole("option").allTextContents()).toEqual(["Home", "Work List", "Calendar", "My Access"]);
  await dialog(page).getByRole("searchbox").fill("mossgrove");
  await dialog(page).getByText("Nothing you may open is called that.").waitFor();
  await axe(page);
  for (const body of await stage.watch.bodies(page)) expect(body).not.toContain("Mossgrove");
});

test("what is not saved asks before the palette leaves the page; over a dialog the palette stays shut", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/clients/new");
  await page.getByLabel("First name").fill("Ida");
  await type(page, "calendar");
  await dialog(page).getByRole("option", { name: "Calendar" }).waitFor();
  await page.keyboard.press("Enter");
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.waitFor();
  await page.keyboard.press("Control+k");
  await question.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("heading", { name: "Calendar", level: 1 }).waitFor();
  expect(await dialog(page).count()).toBe(0);
});
