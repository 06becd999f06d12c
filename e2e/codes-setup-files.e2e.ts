import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addBilling, carryOn, entry, group, path, plan, result } from "./steps/copyCodes";

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, name: string) => dialog(page).getByRole("textbox", { name, exact: true });

async function save(page: Page): Promise<void> {
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await dialog(page).waitFor({ state: "hidden" });
}

interface Kept {
  tab: string;
  add: string;
  noun: string;
  // What stands there at first; nothing, where the list is empty.
  starts?: string;
  fill: Record<string, string>;
  shown: string[];
}

// Each file with an entry: what is filled in, and what the list then says of it.
const files: Kept[] = [
  { tab: "Locations", add: "Add location", noun: "locations", fill: { Name: "Office Oak", City: "Burlington", State: "vt" }, shown: ["Office Oak", "Burlington, VT"] },
  { tab: "Modifiers", add: "Add modifier", noun: "modifiers", fill: { Code: "gt", Description: "By video" }, shown: ["GT", "By video"] },
  { tab: "Referring Providers", add: "Add referring provider", noun: "referring providers", fill: { Name: "Ida Vale", Credential: "MD", NPI: "1234567893" }, shown: ["Ida Vale", "1234567893"] },
  { tab: "Adjustment & Payment Types", add: "Add payment type", noun: "payment types", starts: "Bank transfer", fill: { Code: "plan", Label: "Payment plan" }, shown: ["PLAN", "Payment plan"] },
  { tab: "Note Templates", add: "Add note template", noun: "note templates", fill: { Name: "SOAP", Text: "Subjective:\nObjective:" }, shown: ["SOAP", "Progress note"] },
  { tab: "Invoice Messages", add: "Add invoice message", noun: "invoice messages", fill: { Title: "Thanks", Text: "Thank you for your payment." }, shown: ["Thanks", "Thank you for your payment."] },
];

test("Codes Setup: six files more are kept by hand, each from what an account starts with to an entry that is no longer offered", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/codes-setup");
  for (const { tab, add, noun, starts, fill, shown } of files) {
    await page.getByRole("navigation", { name: "Master files" }).getByRole("link", { name: tab }).click();
    await page.getByText(starts ?? `This account has no ${noun} yet`).first().waitFor();
    await page.getByRole("button", { name: add }).first().click();
    for (const [name, text] of Object.entries(fill)) await field(page, name).fill(text);
    await axe(page);

    await save(page);
    const row = page.getByRole("row").filter({ hasText: shown[0] ?? "" });
    for (const text of shown) await row.getByText(text).first().waitFor();
    await row.getByRole("button", { name: /^Deactivate/ }).click();
    await page.getByRole("row").getByText("Not active").waitFor();
    await axe(page);
    await shot(page, `files-${noun.replaceAll(" ", "-")}`);
  }
});

test("Codes Setup: what is wrong with an entry is said at its field", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/codes-setup/referring-providers");
  await page.getByRole("button", { name: "Add referring provider" }).first().click();
  await field(page, "Name").fill("Ida Vale");
  await field(page, "NPI").fill("1234567890");
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await dialog(page).getByText("These are not one").waitFor();
  expect(await field(page, "NPI").getAttribute("aria-invalid")).toBe("true");
  await axe(page);
});

test("Codes Setup: a service code is billed with one of the account's billing codes, looked up as one types", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await addBilling(anna, "90834", "Session of 45 minutes", 13_500);
  const page = await anna.open("/codes-setup/service-codes");
  await page.getByRole("button", { name: "Add service code" }).first().click();
  await field(page, "Name").fill("Individual session");
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await dialog(page).getByText("What is billed needs a billing code.").first().waitFor();
  await dialog(page).getByRole("button", { name: /Billing code/ }).click();
  await page.keyboard.type("45 min");
  await page.getByRole("option", { name: /90834/ }).click();
  await axe(page);
  await shot(page, "files-add-service-code");
  await save(page);
  const row = page.getByRole("row").filter({ hasText: "Individual session" });
  await row.getByText("90834").waitFor();
  await row.getByText("Blue").waitFor();
  await shot(page, "files-service-codes");
});

test("6: with View Only the other files can be read, and nothing changed", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await anna.api("AddNoteTemplate", { account: anna.account.id, input: { name: "SOAP", body: "Subjective:\nObjective:" } });
  const reader = await stage.member(anna, "reader", { CODES_SETUP: "VIEW" });
  const page = await reader.open("/codes-setup/note-templates");
  await page.getByRole("button", { name: "SOAP", exact: true }).click();
  await dialog(page).getByText("You have View Only to Codes Setup").waitFor();
  expect(await dialog(page).getByRole("textbox").count()).toBe(0);
  await axe(page);
  await page.keyboard.press("Escape");
  for (const name of ["Add note template", "Deactivate SOAP"]) {
    expect(await page.getByRole("button", { name }).getAttribute("aria-disabled"), name).toBe("true");
  }
});

test("Codes Setup: the tab of the open file is in view on a phone, and a form fits down to 320 pixels", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/codes-setup/invoice-messages", { phone: true });
  await page.getByText("This account has no invoice messages yet").waitFor();
  const tab = page.getByRole("navigation", { name: "Master files" }).getByRole("link", { name: "Invoice Messages" });
  await expect.poll(async () => (await tab.boundingBox())?.x ?? 999).toBeLessThan(390);
  await page.getByRole("button", { name: "Add invoice message" }).first().click();
  await field(page, "Title").waitFor();
  await noSidewaysScroll(page, 320);
});

test("Copy Codes: service codes bring the billing codes that they need, ticked, and say so", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  await addBilling(anna, "90834", "Session of 45 minutes", 13_500);
  await addBilling(anna, "90837", "Session of 60 minutes", 16_000);
  await anna.api("AddServiceCode", { account: anna.account.id, input: { name: "Individual session", billingCode: "90834" } });
  await anna.api("AddModifier", { account: anna.account.id, input: { code: "GT", description: "By video" } });
  const page = await master.open(path);
  await page.getByText("Billing codes that they need are ticked with them.").waitFor();
  await shot(page, "copy-ten-files");
  await plan(page, [ben], ["Service Codes", "Modifiers"]);
  await carryOn(page);
  await entry(page, "Session of 45 minutes").getByText("Needed by 1 entry").waitFor();
  expect(await entry(page, "90837").count()).toBe(0);
  await axe(page);
  await shot(page, "copy-needed");

  await entry(page, "Session of 45 minutes").getByRole("checkbox").uncheck({ force: true });
  await page.getByText("1 to create, 0 to replace").waitFor();
  expect(await entry(page, "Individual session").getByRole("checkbox").isChecked()).toBe(false);
  await entry(page, "Individual session").getByRole("checkbox").check({ force: true });
  await page.getByText("3 to create, 0 to replace").waitFor();
  await page.getByRole("button", { name: "Copy Now" }).click();
  await result(page, ben).getByText("Copied from").waitFor();
  await result(page, ben).getByRole("link", { name: "Service Codes" }).click();
  await page.getByRole("row").filter({ hasText: "Individual session" }).getByText("Copied from").waitFor();
});
