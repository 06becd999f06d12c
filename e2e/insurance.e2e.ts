import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addSession, choose, practise } from "./steps/clientSessions";
import { addPayer } from "./steps/copyCodes";

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, name: string) => dialog(page).getByRole("textbox", { name, exact: true });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function save(page: Page): Promise<void> {
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await dialog(page).waitFor({ state: "hidden" });
}

test("Insurance: a client's policy and authorization are entered, and sessions use it up", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ida = await practise(anna);
  await addPayer(anna, "Maple Hollow Mutual Health", "LX101");
  const page = await anna.open("/insurance");
  await page.getByText("Nothing is running out").waitFor();
  await axe(page);
  await shot(page, "insurance-empty");
  await choose(page, "Client", "moss");
  await page.getByRole("heading", { name: "Ida Moss", level: 1 }).waitFor();
  await page.getByText("No insurance is known").waitFor();
  expect(await page.title()).not.toContain("Moss");

  await page.getByRole("button", { name: "Add policy" }).click();
  await choose(page, "Payer", "maple");
  await field(page, "Member ID").fill("M-77 123");
  await axe(page);
  await shot(page, "policy-add");
  await save(page);
  const policy = page.getByRole("article", { name: "Maple Hollow Mutual Health" });
  await policy.getByText("Primary").waitFor();
  await policy.getByText("M-77 123").waitFor();

  await page.getByRole("button", { name: "Add authorization" }).click();
  await field(page, "Authorization number").fill("A-1");
  await field(page, "Sessions allowed").fill("3");
  await dialog(page).getByLabel("From").fill("2026-01-01");
  await dialog(page).getByLabel("Until").fill("2025-01-01");
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await dialog(page).getByText("The last day comes after the first.").waitFor();
  await dialog(page).getByLabel("Until").fill(inDays(90));
  await save(page);
  await page.getByText("0 of 3 sessions used").waitFor();

  // Whoever adds a session elsewhere is seen here.
  await addSession(anna, ida);
  await page.getByText("1 of 3 sessions used").waitFor();
  await page.getByText("Running out").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "insurance-client");
  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link").click();
  await page.getByRole("link", { name: "Ida Moss" }).waitFor();
  await page.getByText("1 of 1 authorizations").waitFor();
  await axe(page);
  await shot(page, "insurance-running-out");
});

test("Insurance: a policy is ended so that another can be the primary one, and that can be taken back", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ida = await practise(anna);
  await addPayer(anna, "Maple Hollow Mutual Health", "LX101");
  await addPayer(anna, "Saltmarsh Health", "LX102");
  await anna.api("AddInsurancePolicy", { account: anna.account.id, client: ida, input: { payer: "ID LX101", memberId: "M1" } });
  const page = await anna.open(`/clients/${ida}`);
  await page.getByRole("link", { name: "Insurance", exact: true }).click();
  await page.getByRole("button", { name: "Add policy" }).click();
  await choose(page, "Payer", "saltmarsh");
  await field(page, "Member ID").fill("S1");
  await dialog(page).getByRole("button", { name: /Billed/ }).click();
  await page.getByRole("option", { name: /Primary/ }).click();
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await dialog(page).getByText("The client has an active primary policy already. End that one first.").waitFor();
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Discard" }).click();

  const policy = page.getByRole("article", { name: "Maple Hollow Mutual Health" });
  await policy.getByRole("button", { name: "End the policy with Maple Hollow Mutual Health" }).click();
  await policy.getByText("Ended").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await policy.getByText("Primary").waitFor();
});

test("6: with View Only on Insurance all can be read, and the buttons say why nothing can be changed", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ida = await practise(anna);
  await addPayer(anna, "Maple Hollow Mutual Health", "LX101");
  await anna.api("AddInsurancePolicy", { account: anna.account.id, client: ida, input: { payer: "ID LX101", memberId: "M1" } });
  const reader = await stage.member(anna, "reader", { INSURANCE: "VIEW" });
  const page = await reader.open(`/insurance/${ida}`);
  await page.getByText("M1", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Add policy" }).press("Enter");
  await page.getByRole("tooltip").getByText("this needs Full Access").waitFor();
  expect(await page.getByRole("link", { name: "Open the client" }).count()).toBe(0);
  await axe(page);
  await shot(page, "insurance-view-only");
});
