import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { dialog, dropPaymentTypes, owed, owes, postPayment, table } from "./steps/payments";

const toast = (page: Page) => page.getByRole("region", { name: "Messages" });

test("Payments: a write-off is undone at once, and an adjustment lowers what is owed", async ({ stage }) => {
  const { anna, ida } = await owes(stage);
  const page = await anna.open(`/payments/${ida}`);
  await page.getByRole("button", { name: "Write off" }).first().click();
  await dialog(page, "Write off").getByLabel("Reason").fill("Agreed by phone");
  await dialog(page, "Write off").getByRole("button", { name: /Type/ }).click();
  await page.getByRole("option", { name: "Cash" }).click();
  await shot(page, "write-off");
  await axe(page);
  await dialog(page, "Write off").getByRole("button", { name: "Write off" }).click();
  await owed(page, "$270.00");
  await table(page, "All entries").getByText("Cash").waitFor();
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await owed(page, "$405.00");
  await page.getByRole("button", { name: "Adjust" }).first().click();
  await dialog(page, "Adjust what is owed").getByLabel("Amount").fill("-35");
  await dialog(page, "Adjust what is owed").getByLabel("Reason").fill("Sliding scale");
  await dialog(page, "Adjust what is owed").getByRole("button", { name: "Adjust" }).click();
  await owed(page, "$370.00");
});

test("Payments: what was refunded is taken back before its payment is", async ({ stage }) => {
  const { anna, ida } = await owes(stage);
  await postPayment(anna, ida, 50_00, { checkNumber: "1042" });
  const page = await anna.open(`/payments/${ida}`);
  await page.getByRole("button", { name: "Refund" }).click();
  const refund = dialog(page, "Refund");
  await refund.getByLabel("Amount").fill("50.01");
  await refund.getByLabel("Reason").fill("Paid twice");
  await refund.getByRole("button", { name: "Refund" }).click();
  await refund.getByText("The payment has $50.00 left that is not allocated: no more can be refunded.").waitFor();
  await shot(page, "refund-too-much");
  await axe(page);
  await refund.getByLabel("Amount").fill("20");
  await refund.getByRole("button", { name: "Refund" }).click();
  const payment = table(page, "Payments");
  await payment.getByText("$20.00 refunded").waitFor();
  const takeBack = payment.getByRole("button", { name: "Take back" });
  expect(await takeBack.getAttribute("aria-disabled")).toBe("true");
  await takeBack.focus();
  await page.getByText("$20.00 of it was refunded. Take the refund back first: it stands under All entries.").last().waitFor();
  await shot(page, "ledger-refunded");
  await page.keyboard.press("Escape");
  await table(page, "All entries").getByRole("row").filter({ hasText: "Refund" }).getByRole("button", { name: "Take back" }).click();
  await dialog(page, "Take the entry back?").getByLabel("Reason").fill("It was not sent");
  await dialog(page, "Take the entry back?").getByRole("button", { name: "Take back" }).click();
  await table(page, "All entries").getByText("Taken back: Refund").waitFor();
  await takeBack.click();
  await dialog(page, "Take the payment back?").getByLabel("Reason").fill("The check bounced");
  await shot(page, "take-back-a-payment");
  await axe(page);
  await dialog(page, "Take the payment back?").getByRole("button", { name: "Take back" }).click();
  await payment.getByText("Taken back").waitFor();
  await shot(page, "ledger-taken-back");
});

test("Payments: View Only sees the ledger and is told why nothing can be posted; without the section nothing is shown", async ({ stage }) => {
  const { anna, ida } = await owes(stage);
  await postPayment(anna, ida, 50_00);
  const viewer = await stage.member(anna, "viewer", { PAYMENTS: "VIEW" });
  const page = await viewer.open(`/payments/${ida}`);
  await page.getByText("View Only").first().waitFor();
  for (const name of ["Post a payment", "Write off", "Refund", "Take back"]) {
    expect(await page.getByRole("button", { name }).first().getAttribute("aria-disabled"), name).toBe("true");
  }
  await page.getByRole("button", { name: "Post a payment" }).focus();
  await page.getByText("You have View Only to Payments & Balances; this needs Full Access.").last().waitFor();
  await axe(page);
  await shot(page, "ledger-view-only");
  const shut = await stage.member(anna, "shut", { CLIENTS: "FULL" });
  const other = await shut.open("/payments");
  await other.getByText("No Access").first().waitFor();
  expect(await other.getByText("Ida Moss").count()).toBe(0);
});

test("Payments: where no payment type is in use, the dialog says where to add one", async ({ stage }) => {
  const { anna } = await owes(stage);
  await dropPaymentTypes(stage, anna);
  const page = await anna.open("/payments");
  await page.getByRole("button", { name: "Post a payment" }).click();
  await dialog(page, "Post a payment").getByText("No payment type that lowers a balance is in use").waitFor();
  await shot(page, "no-payment-types");
  await axe(page);
  await dialog(page, "Post a payment").getByRole("link", { name: "Add one in Codes Setup" }).click();
  await page.getByRole("button", { name: "Add payment type" }).first().waitFor();
});

test("Payments: all my accounts, on a phone", async ({ stage }) => {
  const { anna, ida } = await owes(stage);
  await postPayment(anna, ida, 50_00);
  const ben = await stage.provider("ben");
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  const page = await master.open("/payments?over=all", { phone: true });
  await owed(page, "$405.00");
  await page.getByText(ben.account.providerName).first().waitFor();
  await shot(page, "balances-all-accounts");
  await axe(page);
  await noSidewaysScroll(page, 320);
  const ledger = await master.open(`/payments/${ida}`, { phone: true });
  await ledger.getByText("Ida Moss").first().waitFor();
  await noSidewaysScroll(ledger, 320);
  await axe(ledger);
  await ledger.getByRole("list", { name: "Payments" }).scrollIntoViewIfNeeded();
  await shot(ledger, "ledger-phone");
});
