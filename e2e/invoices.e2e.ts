import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { printShot, shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { billing, complete, invoices } from "./steps/invoices";
import { paper, printed } from "./steps/printing";

async function generateAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Choose all shown" }).click();
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("Balance due").waitFor();
  await page.getByRole("button", { name: "Generate 1 invoice" }).click();
  await page.getByText("1 is generated").first().waitFor();
}

test("Invoices: open sessions are chosen, previewed, generated, printed, held and voided", async ({ stage }) => {
  const { anna } = await billing(stage);
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

  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download PDF" }).click()]);
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
  const { anna } = await billing(stage);
  const page = await anna.open("/invoices?kind=CLAIM", { phone: true });
  await page.getByRole("button", { name: "Choose all shown" }).click();
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("1 claim is not ready").waitFor();
  await page.getByText("The client has no active primary insurance: add a policy, or bill these sessions to the client.").waitFor();
  await page.getByText("The provider's NPI is missing.").first().waitFor();
  expect(await page.getByRole("button", { name: "Generate 1 claim" }).getAttribute("aria-disabled")).toBe("true");
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "claim-preview");
  await page.getByRole("link", { name: "Go to Practice Setup" }).first().click();
  await page.getByLabel("NPI").waitFor();
});

test("Claims: one that is green is generated, submitted and rejected with the reason", async ({ stage }) => {
  const { anna, client } = await billing(stage);
  await complete(stage, anna, client);
  const page = await anna.open("/invoices?kind=CLAIM");
  await page.getByRole("button", { name: "Choose all shown" }).click();
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("Maple Mutual, 1 session, $135.00").waitFor();
  await page.getByText("•••••0103 SSN").waitFor();
  await axe(page);
  await shot(page, "claim-ready");
  await page.getByRole("button", { name: "Generate 1 claim" }).click();
  await page.getByRole("link", { name: "Claim 1001" }).click();
  await page.getByRole("button", { name: "Mark as submitted" }).click();
  await page.getByRole("button", { name: "Mark as rejected" }).click();
  await page.getByLabel("Why").fill("The payer does not know this member ID");
  await shot(page, "claim-reason");
  await page.getByRole("alertdialog").getByRole("button", { name: "Mark as rejected" }).click();
  await page.getByText("The payer does not know this member ID").waitFor();
  await axe(page);
  await shot(page, "claim");
  await printed(page);
  await paper(page).getByText("Claim 1001: the form CMS-1500").waitFor({ state: "attached" });
  await printShot(page, "claim-paper");
  await page.getByRole("link", { name: "Show what was generated with it" }).click();
  await page.getByText("Generated at once").waitFor();
  await axe(page);
  await noSidewaysScroll(page);
  await shot(page, "batch");
  expect(await invoices(anna)).toMatchObject([{ number: 1001, kind: "CLAIM", status: "REJECTED", payerName: "Maple Mutual" }]);
});

test("6: with View Only on Invoices & Claims they can be read, and the buttons say why nothing changes", async ({ stage }) => {
  const { anna } = await billing(stage);
  await generateAll(await anna.open("/invoices"));
  const reader = await stage.member(anna, "reader", { INVOICES: "VIEW" });
  const page = await reader.open("/invoices/all", { phone: true, dark: true });
  await page.getByRole("link", { name: "Invoice 1001" }).click();
  await page.getByRole("heading", { level: 1, name: "Invoice 1001" }).waitFor();
  for (const name of ["Mark as sent", "Hold", "Void"]) {
    expect(await page.getByRole("button", { name, exact: true }).getAttribute("aria-disabled"), name).toBe("true");
  }
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "invoice-view-only");
  await page.goto(`/p/${anna.account.id}/invoices`);
  await page.getByText("What can be invoiced is not for you to see").waitFor();
});
