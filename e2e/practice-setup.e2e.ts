import type { PracticeQuery } from "../frontend/src/gen/types";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import type { Person } from "./harness/person";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

async function practice(person: Person) {
  const { account } = await person.api<PracticeQuery>("Practice", { account: person.account.id });
  if (!account) throw new Error("there is no such account");
  return account;
}

test("Practice Setup: another name of the provider shows in the Provider drop-down at once", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/practice-setup");
  const name = `${anna.account.providerName} Maple`;
  await page.getByLabel("Provider's name").fill(name);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: `Provider: ${name}` }).waitFor();
  await expect.poll(() => page.title()).toContain(name);
  expect((await practice(anna)).providerName).toBe(name);
  await shot(page, "practice");

  await page.getByLabel("E-mail address").fill("anna@nowhere");
  await page.getByLabel("Practice name").fill(" ");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Enter something here.").waitFor();
  expect(await page.getByLabel("E-mail address").inputValue()).toBe("anna@nowhere");
});

test("what invoices and claims print is kept, and an SSN is shown masked", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/practice-setup");
  await page.getByLabel("NPI").fill("1234567890");
  await page.getByLabel("Tax ID", { exact: true }).fill("078051120");
  await page.getByRole("button", { name: /The tax ID is/ }).click();
  await page.getByRole("option", { name: "A person's number (SSN)" }).click();
  const office = page.getByRole("region", { name: "Office" });
  await office.getByLabel("Street and number").fill("1 Elm Street");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Enter the ten digits of an NPI.").waitFor();
  await page.getByLabel("NPI").fill("1234567893");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Leave •••••1120 as it is").waitFor();
  expect((await practice(anna)).practice).toMatchObject({ npi: "1234567893", taxId: "•••••1120", taxIdKind: "SSN", officeStreet: "1 Elm Street", billingStreet: "" });

  const billing = page.getByRole("region", { name: "Billing address" });
  await billing.getByText("The same as the office").click();
  await billing.getByLabel("Street and number").fill("P.O. Box 5");
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(async () => (await practice(anna)).practice?.billingStreet).toBe("P.O. Box 5");
  await axe(page);
  await shot(page, "practice-details");
});

test("F9: a stale save of the practice shows both sides, and loses neither", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/practice-setup");
  await page.getByLabel("Practice name").fill("Mine");
  const { version, providerName, timeZone } = await practice(anna);
  await anna.api("EditPractice", { account: anna.account.id, version, input: { practiceName: "Theirs", providerName, timeZone, email: "office@example.com" } });

  await page.getByRole("button", { name: "Save" }).click();
  const question = page.getByRole("dialog", { name: "Somebody else saved this while you were editing" });
  await question.getByRole("radiogroup", { name: "Practice name" }).getByText("Mine").click();
  await axe(page);
  await question.getByRole("button", { name: "Save what I chose" }).click();
  await question.waitFor({ state: "hidden" });
  await expect.poll(async () => (await practice(anna)).practiceName).toBe("Mine");
  expect(await practice(anna)).toMatchObject({ email: "office@example.com", version: 3 });
});

test("6: with View Only on Practice Setup it can be read, and not changed", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const reader = await stage.member(anna, "reader", { PRACTICE_SETUP: "VIEW" });
  const page = await reader.open("/practice-setup", { phone: true, dark: true });
  await page.getByText("anna@example.com").waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
  await page.getByText("You have View Only to Practice Setup").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "practice-view-only");
});
