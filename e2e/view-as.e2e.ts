import type { Page } from "playwright-core";
import { documentOf } from "./harness/api";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { linkOf, path } from "./steps/privileges";

const banner = (page: Page) => page.getByRole("region", { name: "View as another username" });
const menu = (page: Page) => page.getByRole("navigation", { name: "Sections" });

async function viewAs(page: Page, username: string): Promise<void> {
  await page.getByRole("button", { name: `Details of ${username}` }).click();
  await page.getByRole("button", { name: `View as ${username}` }).waitFor();
  await shot(page, "view-as-details");
  await page.getByRole("button", { name: `View as ${username}` }).click();
  await banner(page).getByText(`You see this account as ${username}`).waitFor();
}

test("19: an account as one of its usernames sees it: read-only, with a banner on each page, in this tab alone, and in the log", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const cleo = await stage.member(anna, "cleo", { CLIENTS: "FULL", NOTES: "VIEW" });
  await anna.api("AddClient", { account: anna.account.id, input: { firstName: "Zelda", lastName: "Quince" } });
  const page = await anna.open(path);
  await viewAs(page, cleo.username);
  expect(await menu(page).getByRole("link").allTextContents()).toEqual(["Home", "Work List", "Clients", "Session NotesView Only", "My Access"]);
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "view-as-home");

  await menu(page).getByRole("link", { name: "Clients" }).click();
  await page.getByText("Quince").first().waitFor();
  await page.getByRole("button", { name: "Add client" }).first().hover();
  await page.getByText(`${cleo.username} may do this. You only look: leave the view to do it yourself.`).first().waitFor();
  await axe(page);
  await shot(page, "view-as-clients");
  await page.reload();
  await banner(page).waitFor();

  // Past the screen the server refuses too, and another tab shows the account as it is to Anna.
  const asked = page.waitForRequest((request) => "x-lanyard-view-as" in request.headers());
  await menu(page).getByRole("link", { name: "Session Notes" }).click();
  const headers = { "content-type": "application/json", "x-lanyard-view-as": (await asked).headers()["x-lanyard-view-as"] ?? "" };
  for (const change of [documentOf("AddClient", { account: anna.account.id, input: { firstName: "Not", lastName: "Added" } }), documentOf("SignOut", {})]) {
    const answer = await page.evaluate(async (sent) => (await fetch("/graphql", { method: "POST", ...sent })).text(), { headers, body: JSON.stringify(change) });
    expect(answer).toContain(`You see this account as ${cleo.username} does, and change nothing.`);
  }
  const other = await stage.tab(page, `/p/${anna.account.id}/clients`);
  await menu(other).getByRole("link", { name: "Payments & Balances" }).waitFor();
  expect(await banner(other).count()).toBe(0);
  await other.close();

  await menu(page).getByRole("link", { name: "My Access" }).click();
  await page.getByText(`What ${cleo.username} may do in the account of`).waitFor();
  await page.getByRole("button", { name: /^Clients/ }).click();
  await page.getByText(`${cleo.username} has Full Access to Clients.`).waitFor();
  await axe(page);
  await shot(page, "view-as-my-access");
  await banner(page).getByRole("button", { name: "Leave" }).click();
  await page.waitForURL(/account-access\/privileges/);
  await menu(page).getByRole("link", { name: "Payments & Balances" }).waitFor();
  expect(await banner(page).count()).toBe(0);

  const log = await anna.open("/activity-log");
  await log.getByText(`${anna.username} began to see this account as ${cleo.username}`).waitFor();
  await log.getByText(`${anna.username} no longer sees this account as ${cleo.username}`).waitFor();
  await log.getByText(`${anna.username}, seeing as ${cleo.username}, listed`).first().waitFor();
  await shot(log, "view-as-log");
});

test("19: a view ends where the seen username may not enter any more", async ({ stage }) => {
  stage.watch.allow(/status of 400/, "the server refuses the view");
  const anna = await stage.provider("anna");
  const cleo = await stage.member(anna, "cleo", { CLIENTS: "VIEW" });
  const page = await anna.open(path);
  await viewAs(page, cleo.username);
  const { id } = await linkOf(anna, cleo);
  await anna.api("DeleteUsername", { account: anna.account.id, link: id });
  await page.getByRole("heading", { name: "This view is over" }).waitFor(); // at once, without a click
  await axe(page);
  await shot(page, "view-as-over");
  await page.getByRole("button", { name: "See the account as yourself" }).click();
  await menu(page).getByRole("link", { name: "Payments & Balances" }).waitFor();
});
