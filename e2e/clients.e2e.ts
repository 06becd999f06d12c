import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addClient, openClient } from "./steps/clients";

const row = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const isWrong = async (page: Page, label: string) => (await field(page, label).getAttribute("aria-invalid")) === "true";

test("Clients: added, found, changed, archived and taken back by hand", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/clients");
  await page.getByText("There are no active clients").waitFor();
  await shot(page, "clients-empty");

  await page.getByRole("button", { name: "Add client" }).first().click();
  await field(page, "First name").fill("Ida");
  await field(page, "Last name").fill("Moss");
  await field(page, "Preferred name").fill("Idgie");
  await page.getByLabel("Date of birth").fill("1980-01-31");
  await field(page, "SSN or other ID number").fill("123-45-6789");
  await shot(page, "client-add");
  await page.getByRole("button", { name: "Add client" }).click();
  await page.getByRole("heading", { name: "Ida Moss", level: 1 }).waitFor();
  await page.getByText("•••••6789").waitFor();
  expect(await page.title()).not.toContain("Moss");
  await shot(page, "client");

  await page.getByRole("button", { name: "Edit" }).click();
  await field(page, "City").fill("Albany");
  await page.getByText("Remove it").click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Ida Moss", level: 1 }).waitFor();
  await page.getByText("Albany").waitFor();
  expect(await page.getByText("•••••6789").count()).toBe(0);

  await page.getByRole("button", { name: "Archive" }).click();
  const question = page.getByRole("alertdialog");
  await axe(page);
  await question.getByRole("button", { name: "Archive" }).click();
  await page.getByRole("button", { name: "Take back" }).first().waitFor();
  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Clients" }).click();
  await page.getByText("There are no active clients").waitFor();
  await page.getByRole("button", { name: /Status/ }).click();
  await page.getByRole("option", { name: "Archived" }).click();
  await row(page, "Moss, Ida").click();
  await page.getByRole("button", { name: "Take back" }).click();
  await question.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("button", { name: "Archive" }).waitFor();
});

test("Clients: a search finds, is counted, is still there after opening a client, and stands in no address", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await addClient(anna, { firstName: "Ida", lastName: "Moss", mobilePhone: "518-555-0142" });
  await addClient(anna, { firstName: "Otto", lastName: "Fern" });
  const page = await anna.open("/clients");
  await page.getByText("2 of 2 clients").waitFor();
  await page.getByRole("searchbox", { name: "Search clients" }).fill("5550142");
  await page.getByText("1 of 1 clients").waitFor();
  await row(page, "Moss, Ida").click();
  await page.getByRole("heading", { name: "Ida Moss", level: 1 }).waitFor();
  await page.goBack();
  await row(page, "Moss, Ida").waitFor();
  expect(await page.getByRole("searchbox").inputValue()).toBe("5550142");
  expect(page.url()).not.toContain("5550142");

  await page.getByRole("searchbox").fill("nobody");
  await page.getByText("No client is found by that").waitFor();
  await axe(page);
  await page.getByRole("button", { name: "Clear search" }).last().click();
  await page.getByText("2 of 2 clients").waitFor();
});

test("Clients: a misspelt name finds nobody, and offers who has a name like it", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await addClient(anna, { firstName: "Ida", lastName: "Smith" });
  await addClient(anna, { firstName: "Otto", lastName: "Fern" });
  const page = await anna.open("/clients");
  await page.getByRole("searchbox").fill("ida smiht");
  await page.getByText("No client is found by that").waitFor();
  const offered = page.getByRole("region", { name: "Names like it" });
  await offered.getByRole("link", { name: "Smith, Ida" }).waitFor();
  expect(await offered.getByRole("link").count()).toBe(1);
  await axe(page);
  await shot(page, "clients-similar");
  await offered.getByRole("link").click();
  await page.getByRole("heading", { name: "Ida Smith", level: 1 }).waitFor();
});

test("Clients: what the server refuses is told at its field, and what was typed stays", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/clients/new");
  await field(page, "First name").fill("Ida");
  await page.getByRole("button", { name: "Add client" }).click();
  await expect.poll(() => isWrong(page, "Last name")).toBe(true);

  await field(page, "Last name").fill("Moss");
  await field(page, "ZIP code").fill("12");
  await page.getByRole("button", { name: "Add client" }).click();
  await page.getByText("Use five or nine digits, such as 10001 or 10001-1234.").waitFor();
  expect(await isWrong(page, "ZIP code")).toBe(true);
  await expect.poll(() => field(page, "ZIP code").evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await field(page, "First name").inputValue()).toBe("Ida");
  await axe(page);

  await field(page, "ZIP code").fill("12207");
  await page.getByRole("button", { name: "Add client" }).click();
  await page.getByRole("heading", { name: "Ida Moss", level: 1 }).waitFor();
});

test("6: with View Only on Clients a client can be read, and the buttons say why nothing can be changed", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const client = await addClient(anna, { firstName: "Ida", lastName: "Moss", city: "Albany" });
  const biller = await stage.member(anna, "biller", { CLIENTS: "VIEW" });
  const page = await biller.open("/clients");
  await row(page, "Moss, Ida").click();
  await page.getByText("Albany").waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
  const edit = page.getByRole("button", { name: "Edit" });
  expect(await edit.getAttribute("aria-disabled")).toBe("true");
  await edit.press("Enter");
  await page.getByRole("tooltip").getByText("this needs Full Access").waitFor();
  expect(page.url()).not.toContain("/edit");
  await axe(page);
  await shot(page, "client-view-only");

  await page.goto(`/p/${anna.account.id}/clients/${client.id}/edit`);
  await page.getByText("You cannot change clients here").waitFor();
  await axe(page);
});

test("a client of another account is as unknown as one that never was, to whoever may read both accounts too", async ({ stage }) => {
  const [anna, ben] = [await stage.provider("anna"), await stage.provider("ben")];
  const client = await addClient(ben, { firstName: "Ruth", lastName: "Quill" });
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  for (const id of [client.id, "never-was"]) {
    for (const path of [`/clients/${id}`, `/clients/${id}/edit`]) {
      const page = await master.open(path, { account: anna.account });
      await page.getByText("There is no such client in this account").waitFor();
      for (const body of await stage.watch.bodies(page)) expect(body).not.toContain("Quill");
    }
  }
  const page = await master.open(`/clients/${client.id}`, { account: ben.account });
  await page.getByRole("heading", { name: "Ruth Quill" }).waitFor();
});

test("F9: two people save the same client at once: the second sees both, chooses, and nothing is lost", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const client = await addClient(anna, { firstName: "Ida", lastName: "Moss", city: "Albany", zip: "12207", idNumber: "123-45-6789" });
  const master = await stage.member(anna, "master");
  const mine = await anna.open(`/clients/${client.id}/edit`);
  const theirs = await master.open(`/clients/${client.id}/edit`);

  await field(theirs, "City").fill("Boston");
  await field(theirs, "ZIP code").fill("02108");
  await field(mine, "City").fill("Buffalo");
  await field(mine, "Preferred name").fill("Idgie");
  await theirs.getByRole("button", { name: "Save" }).click();
  await theirs.getByText("Boston").waitFor();

  await mine.getByRole("button", { name: "Save" }).click();
  const question = mine.getByRole("dialog");
  await question.getByText("Somebody else saved this while you were editing").waitFor();
  const save = question.getByRole("button", { name: "Save what I chose" });
  expect(await save.getAttribute("aria-disabled")).toBe("true");
  await axe(mine);
  await shot(mine, "client-conflict");
  expect((await openClient(anna, client.id)).city).toBe("Boston");

  // Back to the form: what was typed is there still, and the question comes again.
  await question.getByRole("button", { name: "Back to my changes" }).click();
  expect(await field(mine, "City").inputValue()).toBe("Buffalo");
  await mine.getByRole("button", { name: "Save" }).click();
  const city = question.getByRole("radiogroup", { name: "City" });
  await city.getByText("Buffalo").click();
  await save.click();
  await mine.getByRole("heading", { name: "Ida Moss", level: 1 }).waitFor();
  expect(await openClient(anna, client.id)).toMatchObject({ city: "Buffalo", zip: "02108", preferredName: "Idgie", maskedIdNumber: "•••••6789", version: 3 });
});
