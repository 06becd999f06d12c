import type { Page } from "playwright-core";
import type { InvoiceListQuery } from "../frontend/src/gen/types";
import { axe } from "./harness/axe";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { grid, onGrid, toast } from "./steps/calendar";
import { choose, practise } from "./steps/clientSessions";
import { daysAgo } from "./steps/payments";
import { exported } from "./steps/reports";

const day = daysAgo(40);
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const follow = (page: Page, section: string) => page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: section }).click();

async function book(page: Page): Promise<void> {
  await button(page, "Book an appointment").click();
  const dialog = page.getByRole("dialog", { name: "Book an appointment" });
  await choose(page, "Client", "moss");
  await dialog.getByLabel("Date").fill(day);
  await dialog.getByRole("button", { name: /Billing code/ }).click();
  await page.getByRole("option", { name: /90834/ }).click();
  await dialog.getByLabel("Begins at").fill("09:00");
  await dialog.getByRole("button", { name: "Save" }).click();
  await onGrid(page, "Ida Moss").waitFor();
}

// An appointment is kept and becomes a client session.
async function keep(page: Page): Promise<void> {
  await onGrid(page, "Ida Moss").click();
  await page.getByRole("dialog", { name: "Appointment" }).getByRole("button", { name: "Kept" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await onGrid(page, "Ida Moss").click();
  await page.getByRole("link", { name: "Make a client session" }).click();
  await button(page, /Bill to/).click();
  await page.getByRole("option", { name: "Client", exact: true }).click();
  await choose(page, "Diagnosis codes", "anxiety");
  await button(page, "Add session").click();
  await page.getByRole("heading", { name: "Ida Moss", level: 1 }).waitFor();
  await page.getByText("Open", { exact: true }).waitFor();
}

// A note about the session is written and signed.
async function sign(page: Page, username: string): Promise<void> {
  await page.getByRole("link", { name: "Write note" }).click();
  await page.getByText("The note is about the client session of").waitFor();
  await page.getByRole("button", { name: "Client" }).getByText("Ida Moss").waitFor();
  await page.getByRole("textbox", { name: "Text" }).fill("Slept well. Going on as planned.");
  await button(page, "Save draft").click();
  await page.getByRole("heading", { name: /^Progress note of / }).waitFor();
  await page.getByRole("link", { name: "the client session" }).waitFor();
  await button(page, "Review and sign").click();
  await button(page, `Sign as ${username}`).click();
  await page.getByText(`Signed by ${username} on `).waitFor();
  expect(await page.getByRole("textbox", { name: "Text" }).count()).toBe(0);
}

async function invoice(page: Page): Promise<void> {
  await follow(page, "Invoices & Claims");
  await button(page, "Choose all shown").click();
  await button(page, "Preview").click();
  await page.getByText("Balance due").waitFor();
  await button(page, "Generate 1 invoice").click();
  await page.getByRole("link", { name: "Invoice 1001" }).click();
  await page.getByRole("heading", { level: 1, name: "Invoice 1001" }).waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Download PDF").click()]);
  expect(file.suggestedFilename()).toBe("invoice-1001.pdf");
}

// A check pays most of what has been owed for 40 days.
async function pay(page: Page): Promise<void> {
  await follow(page, "Payments & Balances");
  await page.getByRole("link", { name: "Ida Moss" }).click();
  await page.getByRole("table", { name: "Sessions" }).waitFor();
  await button(page, "Post a payment").click();
  const dialog = page.getByRole("dialog", { name: "Post a payment" });
  await dialog.getByLabel("Amount").fill("100.00");
  await dialog.getByRole("button", { name: /Payment type/ }).click();
  await page.getByRole("option", { name: "Check" }).click();
  await dialog.getByRole("button", { name: "Oldest first" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await toast(page).getByText("$100.00 is posted for Ida Moss.").waitFor();
  await follow(page, "Payments & Balances");
  await page.getByRole("row", { name: /Ida Moss.*\$35\.00/ }).waitFor();
}

// The month's income is run and kept as a file.
async function report(page: Page): Promise<string> {
  await follow(page, "Reports & Exports");
  await button(page, /Period/).click();
  await page.getByRole("option", { name: "The last 12 months" }).click();
  await page.getByText("$100.00").first().waitFor();
  return exported(page);
}

test("A day in the practice: booked, kept, billed, noted, signed, invoiced, paid, reported, and what is left is work", { timeout: 240_000 }, async ({ stage }) => {
  const anna = await stage.provider("anna");
  await practise(anna);
  const page = await grid(anna, `/calendar?day=${day}`);
  await book(page);
  await keep(page);
  await sign(page, anna.username);
  await invoice(page);
  await pay(page);
  expect(await report(page)).toContain("100.00");
  await follow(page, "Work List");
  await page.getByRole("region", { name: "Balances of 30 days and more" }).getByText("$35.00").first().waitFor();
  for (const done of ["All session notes are signed", "All client sessions are billed"]) await page.getByText(done).waitFor();
  await axe(page);
  await shot(page, "work-list-at-the-end-of-a-day");
  const { account } = await anna.api<InvoiceListQuery>("InvoiceList", { account: anna.account.id, withPayer: true });
  expect(account?.invoices?.nodes).toMatchObject([{ number: 1001, status: "GENERATED" }]);
});
