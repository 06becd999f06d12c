import type { Page } from "playwright-core";
import { axe, axeInTheDark } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("49: the log of some days is signed off, and says how far it is reviewed", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const reader = await stage.member(anna, "reader", { ACTIVITY_LOG: "VIEW" });
  await expect(reader.api("AddClient", { account: anna.account.id, input: { firstName: "Ida", lastName: "Moss" } })).rejects.toThrow("FORBIDDEN");
  const page = await anna.open("/activity-log");
  await page.getByText("This log has not been reviewed yet.").waitFor();
  await shot(page, "review-line");
  await page.getByRole("link", { name: "Review…" }).click();
  await page.getByText("Nothing has been signed off yet").waitFor();
  await page.getByText("Choose the first and the last day. Today is not over yet.").first().waitFor();
  await shot(page, "review-empty");

  await page.getByLabel("First day").fill("2026-01-01");
  await page.getByLabel("Last day").fill("2026-01-31");
  await page.getByRole("row", { name: "Refused for lack of a privilege 0" }).waitFor();
  await page.getByRole("textbox", { name: "Note" }).fill("Nothing had happened yet.");
  await axe(page);
  await axeInTheDark(page);
  await noSidewaysScroll(page);
  await shot(page, "review");
  await button(page, "Sign Off").click();
  await page.getByRole("row", { name: /^Jan 1, 2026 until Jan 31, 2026/ }).getByText("Nothing had happened yet.").waitFor();
  // The account was opened today: before that there was nothing to review, and today is not over.
  expect(await page.getByLabel("First day").inputValue()).toBe("");
  await shot(page, "review-signed");

  await page.getByRole("link", { name: "Activity Log" }).last().click();
  await page.getByText(`Reviewed until Jan 31, 2026 by ${anna.username}.`).waitFor();
  await page.getByRole("button", { name: `${anna.username} signed off the review of this log from Jan 1, 2026 until Jan 31, 2026` }).waitFor();
  await page.goto(`/p/${anna.account.id}/activity-log?matter=REFUSALS`);
  await page.getByText("Review: Refused for lack of a privilege").waitFor();
  await page.getByText("1 of 1 entry").waitFor();

  const phone = await reader.open("/activity-log/review?from=2026-01-15&until=2026-02-15", { phone: true });
  await phone.getByText(`Some of these days are in the review of ${anna.username} from Jan 1, 2026 until Jan 31, 2026.`).waitFor();
  await axe(phone);
  await noSidewaysScroll(phone, 320);
  await button(phone, "Sign Off").press("Enter");
  await phone.getByText("You have View Only to Activity Log; this needs Full Access.").first().waitFor();
});
