import type { Page } from "playwright-core";
import type { InvoiceListQuery } from "../frontend/src/gen/types";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import type { Person } from "./harness/person";
import { shot } from "./harness/shot";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";
import { addClient } from "./steps/clients";
import { addBilling, addDiagnosis } from "./steps/copyCodes";

const add = `mutation($account: ID!, $client: ID!, $input: ClientSessionInput!) { addClientSession(account: $account, client: $client, input: $input) { clientSession { id } } }`;

// A provider with a client who has two sessions for the client to pay, and one for the insurance.
async function provider(stage: Stage): Promise<Person> {
  const anna = await stage.provider("anna");
  await addBilling(anna, "90834", "Session of 45 minutes", 13_500);
  await addDiagnosis(anna, "F41.1", "Generalized anxiety disorder");
  const client = await addClient(anna, { firstName: "Ottoline", lastName: "Quarrington" });
  for (const [serviceDate, billTo] of [["2026-03-02", "CLIENT"], ["2026-03-09", "CLIENT"], ["2026-03-16", "INSURANCE"]]) {
    const input = { serviceDate, billTo, billingCode: "90834", diagnosisCodes: ["F41.1"], placeOfService: "11" };
    await stage.query(anna, add, { account: anna.account.id, client: client.id, input });
  }
  return anna;
}

async function invoices(person: Person) {
  const { account } = await person.api<InvoiceListQuery>("InvoiceList", { account: person.account.id });
  return account?.invoices?.nodes ?? [];
}

async function generateAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Choose all shown" }).click();
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("Balance due").waitFor();
  await page.getByRole("button", { name: "Generate 1 invoice" }).click();
  await page.getByText("1 is generated").first().waitFor();
}

test("Invoices: open sessions are chosen, previewed, generated, printed, held and voided", async ({ stage }) => {
  const anna = await provider(stage);
  const page = await anna.open("/invoices");
  await page.getByRole("region", { name: "Ottoline Quarrington" }).waitFor();
  await axe(page);
  await shot(page, "to-invoice");
  await page.getByRole("button", { name: "Choose all shown" }).click();
  await page.getByText("2 sessions are chosen").waitFor();
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("Balance due").waitFor();
  await page.getByText("$270.00").first().waitFor();
  expect(await invoices(anna)).toEqual([]);
  await axe(page);
  await shot(page, "invoice-preview");
  await page.getByRole("button", { name: "Generate 1 invoice" }).click();
  await page.getByRole("link", { name: "Invoice 1001" }).click();
  await page.getByRole("heading", { level: 1, name: "Invoice 1001" }).waitFor();

  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "PDF" }).click()]);
  expect(file.suggestedFilename()).toBe("invoice-1001.pdf");
  await page.getByRole("button", { name: "Hold" }).click();
  await page.getByRole("button", { name: "Release" }).waitFor();
  await axe(page);
  await shot(page, "invoice");
  await page.getByRole("button", { name: "Release" }).click();
  await page.getByRole("button", { name: "Mark as sent" }).click();
  await page.getByText("Sent").first().waitFor();
  await page.getByRole("button", { name: "Void" }).click();
  await page.getByLabel("Why").fill("Wrong client");
  await page.getByRole("button", { name: "Void it" }).click();
  await page.getByText("Wrong client").waitFor();
  expect(await invoices(anna)).toMatchObject([{ number: 1001, status: "VOID" }]);

  await page.getByRole("link", { name: "Invoices & Claims" }).last().click();
  await page.getByRole("link", { name: "Invoice 1001" }).waitFor();
  await axe(page);
  await shot(page, "invoices");
});

test("Claims: what is missing is red with where to mend it, and is not generated", async ({ stage }) => {
  const anna = await provider(stage);
  const page = await anna.open("/invoices?kind=CLAIM", { phone: true });
  await page.getByRole("button", { name: "Choose all shown" }).click();
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("1 claim is not ready").waitFor();
  await page.getByText("The client has no active primary insurance.").waitFor();
  await page.getByText("The provider's NPI is missing.").first().waitFor();
  await page.getByRole("button", { name: "Generate 1 claim" }).click();
  expect(await invoices(anna)).toEqual([]);
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "claim-preview");
  await page.getByRole("link", { name: "Go to Practice Setup" }).first().click();
  await page.getByLabel("NPI").waitFor();
});

test("6: with View Only on Invoices & Claims they can be read, and the buttons say why nothing changes", async ({ stage }) => {
  const anna = await provider(stage);
  await generateAll(await anna.open("/invoices"));
  const reader = await stage.member(anna, "reader", { INVOICES: "VIEW" });
  const page = await reader.open("/invoices/all", { phone: true, dark: true });
  await page.getByRole("link", { name: "Invoice 1001" }).click();
  await page.getByRole("heading", { level: 1, name: "Invoice 1001" }).waitFor();
  await page.getByRole("button", { name: "Void" }).click();
  expect(await page.getByRole("alertdialog").count()).toBe(0);
  await axe(page);
  await noSidewaysScroll(page, 320);
  await page.goto(`/p/${anna.account.id}/invoices`);
  await page.getByText("What can be invoiced is not for you to see").waitFor();
});
