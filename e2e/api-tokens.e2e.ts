import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

test("a calendar program fetches the times at an address, and is shut out again", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/api-tokens");
  await page.getByRole("button", { name: "Make a calendar address" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the program or device").fill("Anna's phone");
  await dialog.getByText("With the names of clients").click();
  await dialog.getByText("Calendar programs keep a copy").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "calendar-address-make");
  await dialog.getByText("With the names of clients").click();
  await dialog.getByRole("button", { name: "Make the address" }).press("Enter");
  const made = page.getByRole("region", { name: "The calendar address for Anna's phone" });
  const address = (await made.getByText(/\/calendar\/lanyard_\w{49}\.ics$/).textContent()) ?? "";
  await axe(page);
  await shot(page, "calendar-address-made");
  expect(await (await fetch(address)).text()).toContain("BEGIN:VCALENDAR");

  await page.goto(`/p/${anna.account.id}/account-access/api-tokens`);
  await page.getByText("Times of appointments, for a calendar program").waitFor();
  await page.getByRole("button", { name: "Shut out Anna's phone" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Shut out" }).click();
  await page.getByText("No app reaches this account").waitFor();
  expect((await fetch(address)).status).toBe(404);
  await page.goto(`/p/${anna.account.id}/activity-log?code=calendar.fetched`);
  await page.getByRole("main").getByRole("button", { name: /Anna's phone for .* fetched the calendar/ }).waitFor();
});

test("how apps ask is told in three languages, and the schema is a file", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/api-tokens");
  await page.getByRole("link", { name: "How apps ask" }).click();
  await page.getByRole("heading", { name: "API", level: 1 }).waitFor();
  await page.getByText("TypeScript", { exact: true }).click();
  await page.getByRole("button", { name: "2. Page through the clients" }).click();
  await page.getByRole("region", { name: "Task 2 in TypeScript" }).getByText("hasNextPage").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "developer-api");
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the schema" }).click()]);
  expect(saved.suggestedFilename()).toBe("schema.graphql");
});

test("an app is let in by a token, is named in the log, and is shut out again", async ({ stage }) => {
  const [anna, ben] = [await stage.provider("anna"), await stage.provider("ben")];
  const master = await stage.member(anna, "master", { ACCOUNT_ACCESS: "FULL", CLIENTS: "FULL", CALENDAR: "VIEW" });
  await stage.join(master, ben);
  const page = await master.open("/my-access");
  await page.getByRole("link", { name: "See and make API tokens" }).click();
  await page.getByText("No app asks in your name").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "api-tokens-none");

  await page.getByRole("button", { name: "Make a token" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the app").fill("Billing sync");
  await dialog.getByLabel("Purpose").fill("Claims, every night");
  const calendar = dialog.getByRole("radiogroup", { name: /^Calendar, / });
  expect(await calendar.getByRole("radio", { name: "Full Access" }).isDisabled()).toBe(true);
  expect(await dialog.getByRole("radiogroup", { name: /^(Session Notes|Account Access|Psychotherapy Notes), / }).count()).toBe(0);
  await dialog.getByRole("radiogroup", { name: /^Clients, / }).getByText(/^View/).click();
  await axe(page);
  await shot(page, "api-tokens-make");
  await dialog.getByRole("button", { name: "Make the token" }).press("Enter");
  const made = page.getByRole("region", { name: "The token of Billing sync" });
  const token = (await made.getByText(/^lanyard_\w{49}$/).textContent()) ?? "";
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "api-tokens-made");

  const ask = (query: string) =>
    fetch(`${stage.server}/api`, { method: "POST", headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` }, body: JSON.stringify({ query }) });
  const answer = await (await ask("{ viewer { accounts { providerName clients { totalCount } } } }")).json();
  expect(answer.data.viewer.accounts).toHaveLength(1);

  await page.goto(`/p/${anna.account.id}/developer/playground`);
  await page.getByRole("textbox", { name: "API token" }).fill(token);
  const asked = page.waitForResponse((response) => response.url().endsWith("/api"));
  await page.getByRole("button", { name: "Run" }).click();
  expect((await asked).status()).toBe(200);
  await page.getByText("Status 200").waitFor();
  await axe(page);
  await shot(page, "playground-as-app");
  expect(await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases()]))).not.toContain("lanyard_");

  const owner = await anna.open("/account-access/api-tokens");
  const app = owner.getByRole("listitem").filter({ hasText: "Billing sync" });
  await app.getByText(/Last used here/).waitFor();
  await axe(owner);
  await noSidewaysScroll(owner, 320);
  await shot(owner, "account-api-tokens");
  await app.getByRole("link", { name: "What it did" }).click();
  await owner.getByText(`Billing sync for ${master.username}`).first().waitFor();
  await owner.getByText("One app").waitFor();
  await axe(owner);
  await shot(owner, "activity-log-app");

  await owner.goBack();
  await app.getByRole("button", { name: "Shut out Billing sync" }).click();
  const sure = owner.getByRole("alertdialog");
  await axe(owner);
  await sure.getByRole("button", { name: "Shut out" }).click();
  await owner.getByText("No app reaches this account").waitFor();
  expect((await ask("{ viewer { id } }")).status).toBe(401);

  await page.goto(`/p/${anna.account.id}/api-tokens`);
  await page.getByText(/revoked by/).waitFor();
  await shot(page, "api-tokens-ended");
});
