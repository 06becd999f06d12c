import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";
import { addSession, practise } from "./steps/clientSessions";
import { daysAgo, postPayment, takeChecks } from "./steps/payments";

const toast = (page: Page) => page.getByRole("region", { name: "Messages" });

// Ida owes $135.00 for each of three sessions: of 100, 40 and 5 days ago.
async function practice(stage: Stage) {
  const anna = await stage.provider("anna");
  const ida = await practise(anna);
  await takeChecks(anna);
  for (const days of [100, 40, 5]) await addSession(anna, ida, { serviceDate: daysAgo(days) });
  return { anna, ida };
}

test("Payments: balances by age, a payment allocated to the oldest first, and what remains", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  const page = await anna.open("/payments");
  await page.getByRole("link", { name: "Ida Moss" }).waitFor();
  expect(await page.getByText("$405.00").count()).toBeGreaterThan(1);
  await shot(page, "balances");
  await axe(page);
  await noSidewaysScroll(page, 320);
  await page.getByRole("link", { name: "Ida Moss" }).click();
  await page.getByRole("table", { name: "Sessions" }).waitFor();
  await page.getByRole("button", { name: "Post a payment" }).click();
  const dialog = page.getByRole("dialog", { name: "Post a payment" });
  await dialog.getByLabel("Amount").fill("200.00");
  await dialog.getByRole("button", { name: /Payment type/ }).click();
  await page.getByRole("option", { name: "Check" }).click();
  await dialog.getByRole("button", { name: "Oldest first" }).click();
  await dialog.getByText("$0.00 remains as the client’s credit").waitFor();
  await dialog.getByLabel(/^Allocate to/).nth(1).fill("60.00");
  await dialog.getByText("$5.00 remains as the client’s credit").waitFor();
  await shot(page, "post-a-payment");
  await axe(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await toast(page).getByText("$200.00 is posted for Ida Moss.").waitFor();
  await page.getByText("$210.00").first().waitFor();
  await shot(page, "ledger");
  await axe(page);
  await noSidewaysScroll(page, 320);
  expect(ida).not.toBe("");
});

test("Payments: a write-off is undone, a refund and a payment are taken back", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  await postPayment(anna, ida, 50_00);
  const page = await anna.open(`/payments/${ida}`);
  const owed = (amount: string) => page.locator("dd", { hasText: amount }).first().waitFor();
  await page.getByRole("button", { name: "Write off" }).first().click();
  await page.getByRole("dialog").getByLabel("Reason").fill("Agreed by phone");
  await shot(page, "write-off");
  await page.getByRole("dialog").getByRole("button", { name: "Write off" }).click();
  await owed("$270.00");
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await owed("$405.00");
  await page.getByRole("button", { name: "Refund" }).click();
  const dialog = page.getByRole("dialog", { name: "Refund" });
  await dialog.getByLabel("Amount").fill("50.01");
  await dialog.getByLabel("Reason").fill("Paid twice");
  await dialog.getByRole("button", { name: "Refund" }).click();
  await dialog.getByText("The payment has $50.00 left that is not allocated: no more can be refunded.").waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("table", { name: "Payments" }).getByRole("button", { name: "Take back" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("The check bounced");
  await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await page.getByRole("table", { name: "Payments" }).getByText("Taken back").waitFor();
});

test("Payments: View Only sees the ledger and is told why nothing can be posted; without the section nothing is shown", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  const viewer = await stage.member(anna, "viewer", { PAYMENTS: "VIEW" });
  const page = await viewer.open(`/payments/${ida}`);
  await page.getByText("View Only").first().waitFor();
  const post = page.getByRole("button", { name: "Post a payment" });
  expect(await post.getAttribute("aria-disabled")).toBe("true");
  const shut = await stage.member(anna, "shut", { CLIENTS: "FULL" });
  const other = await shut.open("/payments");
  await other.getByText("No Access").first().waitFor();
  expect(await other.getByText("Ida Moss").count()).toBe(0);
});

test("Payments: all my accounts, on a phone", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  const ben = await stage.provider("ben");
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  const page = await master.open("/payments?over=all", { phone: true });
  await page.getByText("$405.00").first().waitFor();
  await page.getByText(ben.account.providerName).first().waitFor();
  await shot(page, "balances-all-accounts");
  await axe(page);
  await noSidewaysScroll(page, 320);
  const ledger = await master.open(`/payments/${ida}`, { phone: true });
  await ledger.getByText("Ida Moss").first().waitFor();
  await shot(ledger, "ledger-phone");
  await axe(ledger);
});
