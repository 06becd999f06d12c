import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { expect, test } from "./harness/test";
import { addClient } from "./steps/clients";

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

test("2: the Provider drop-down works with keys alone", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.provider("ben");
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  const page = await master.open("/account-access");
  const provider = page.getByRole("button", { name: /^Provider: / });

  await provider.focus();
  await page.keyboard.press("Enter");
  const list = page.getByRole("listbox", { name: "Provider" });
  await list.waitFor();
  await axe(page);
  expect(await list.getByRole("option").count()).toBe(2);
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
  await expect.poll(() => focused(page)).toContain(anna.account.providerName);

  await page.keyboard.press("Enter");
  await list.waitFor();
  await page.keyboard.type(ben.account.providerName.slice(0, 12));
  await expect.poll(() => list.getByRole("option").count()).toBe(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/p/${ben.account.id}/account-access`);
});

test("4: the provider and one's own username are always in view, on a phone and in the tab's title too", async ({ stage }) => {
  const anna = await stage.provider("anna");
  for (const phone of [false, true]) {
    const page = await anna.open("/my-access", { phone });
    await page.getByRole("button", { name: `Signed in as ${anna.username}` }).waitFor();
    expect(await page.getByText(anna.account.providerName, { exact: true }).first().isVisible()).toBe(true);
    await expect.poll(() => page.title()).toContain(anna.account.providerName);
    expect(await page.title()).toContain(anna.username);
    await noSidewaysScroll(page, 320);
  }
});

test("29: on another page one reads on at its heading", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  const page = await anna.open("/codes-setup");
  const heading = () => page.evaluate(() => document.activeElement?.matches("h1") && document.activeElement.textContent);
  await page.getByRole("link", { name: "Clients", exact: true }).press("Enter");
  await expect.poll(heading).toBe("Clients");
  await page.getByRole("link", { name: "Moss, Ida" }).press("Enter");
  await expect.poll(heading).toBe("Ida Moss");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("searchbox").pressSequentially("Codes Setup");
  await page.getByRole("option", { name: "Codes Setup" }).first().waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(heading).toBe("Codes Setup");
  // A tab stands above all pages that it leads to: there one goes on to the next.
  await page.getByRole("link", { name: "Billing Codes" }).press("Enter");
  await page.waitForURL("**/billing-codes");
  expect(await focused(page)).toBe("Billing Codes");
});

test("an account that is not one's own answers like one that does not exist", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.provider("ben");
  const page = await anna.open("/clients", { account: ben.account });
  await page.getByRole("heading", { name: "You cannot enter this account" }).waitFor();
  await axe(page);
  for (const body of await stage.watch.bodies(page)) expect(body).not.toContain(ben.account.practiceName);
});

test("a wrong entry keeps the username and does not say which part was wrong", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await stage.open("/sign-in");
  const tell = async (username: string) => {
    await page.getByLabel("Username").fill(username);
    await page.getByLabel("Password", { exact: true }).fill("not the password of anybody");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("Username").inputValue()).toBe(username);
    return page.getByRole("alert").textContent();
  };
  const wrongPassword = await tell(anna.username);
  await page.reload();
  expect(await tell("nobody.is.called.so")).toBe(wrongPassword);
  await axe(page);
});
