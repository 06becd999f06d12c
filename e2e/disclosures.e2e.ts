import type { Page } from "playwright-core";
import { axe, axeInTheDark } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import type { Person } from "./harness/person";
import { printShot, shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addClient } from "./steps/clients";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const paper = (page: Page) => page.getByRole("region", { name: "What is printed", includeHidden: true });

const record = (person: Person, client: string, recipient: string) =>
  person.api("RecordDisclosure", {
    account: person.account.id,
    client,
    input: { key: crypto.randomUUID(), disclosedOn: "2026-03-02", recipient, address: "1 Main Street, Albany NY", what: "Name and dates of service", purpose: "A court order" },
  });

test("7: a disclosure is recorded, struck out with a reason, and the accounting printed", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const { id } = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  const page = await anna.open(`/clients/${id}`);
  await page.getByRole("link", { name: "Disclosures" }).click();
  await page.getByText("No disclosure of this client is recorded").waitFor();
  await page.getByText("An export or a print by yourselves is part of running the practice").waitFor();
  expect(await page.title()).not.toContain("Moss");
  await axe(page);
  await shot(page, "disclosures-empty");

  await button(page, "Record disclosure").first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Disclosed on").fill("2026-03-02");
  await dialog.getByRole("textbox", { name: "To whom" }).fill("County Health Department");
  await dialog.getByRole("textbox", { name: "What was disclosed" }).fill("Name, address and diagnosis");
  await dialog.getByRole("textbox", { name: "For what purpose" }).fill("A report that the law asks for");
  await axe(page);
  await shot(page, "disclosure-record");
  await button(page, "Save").click();
  await page.getByRole("row", { name: /County Health Department/ }).waitFor();
  await record(anna, id, "Albany County Court");
  await page.getByRole("row", { name: /Albany County Court/ }).waitFor(); // what others record comes by itself

  await button(page, "Strike out the disclosure to County Health Department on Mar 2, 2026").click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("textbox", { name: "Why it is wrong" }).fill("It was another client");
  await axe(page);
  await shot(page, "disclosure-strike");
  await question.getByRole("button", { name: "Strike out" }).click();
  await page.getByRole("row", { name: /County Health Department/ }).getByText("It was another client").waitFor();
  expect(await page.getByRole("button", { name: /^Strike out the disclosure/ }).count()).toBe(1);
  await axe(page);
  await axeInTheDark(page);
  await noSidewaysScroll(page);
  await shot(page, "disclosures");

  await button(page, "Print").click();
  await paper(page).getByText("A court order").waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  await paper(page).getByRole("heading", { name: "Accounting of disclosures" }).waitFor();
  await paper(page).getByText("Albany County Court, 1 Main Street, Albany NY").waitFor();
  await paper(page).getByText("Ida Moss, number 1001").waitFor();
  expect(await paper(page).getByText("County Health Department").count()).toBe(0);
  expect(await page.getByRole("table").isVisible()).toBe(false);
  await printShot(page, "disclosures-printed");

  await page.goto(`/p/${anna.account.id}/activity-log`);
  await page.getByRole("button", { name: "made an accounting of the disclosures of a client, with 1 of them" }).waitFor();
  await page.getByRole("button", { name: `${anna.username} struck out a disclosure` }).waitFor();
});

test("6: with View Only on Clients disclosures can be read, and nothing recorded; to print needs Reports & Exports", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const { id } = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  await record(anna, id, "Albany County Court");
  const reader = await stage.member(anna, "reader", { CLIENTS: "VIEW" });
  const page = await reader.open(`/clients/${id}/disclosures`, { phone: true });
  await page.getByText("Albany County Court").waitFor();
  expect(await page.getByRole("link", { name: "Who opened it" }).count()).toBe(0);
  await axe(page);
  await noSidewaysScroll(page, 320);
  await button(page, "Record disclosure").press("Enter");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByText("Albany County Court").isVisible()).toBe(false);
});
