import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

test("Account Access shows its four functions in the order of the document, with how things stand", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await stage.member(anna, "desk");
  const page = await anna.open("/account-access");
  await page.getByText("2 usernames may enter this account").waitFor();
  await page.getByRole("heading", { name: "Notices" }).waitFor();
  const titles = await page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents();
  expect(titles).toEqual(["Allow Account Access", "Access Other Accounts", "Username Privileges", "Copy Codes to Another Account", "Notices"]);
  await page.getByText("You need a second account to copy to").waitFor();
  await shot(page, "account-access");
});

test("6: with View Only to Account Access everything is there to see, and every button says why not", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const auditor = await stage.member(anna, "auditor", { ACCOUNT_ACCESS: "VIEW" });
  const page = await auditor.open("/account-access/allow");
  await page.getByText(anna.username, { exact: true }).waitFor();
  const add = page.getByRole("button", { name: "Add Username" });
  expect(await add.getAttribute("aria-disabled")).toBe("true");
  await add.click({ force: true });
  await page.getByRole("tooltip").getByText("this needs Full Access").waitFor();
  await page.getByRole("link", { name: "Access Other Accounts" }).click();
  expect(await page.getByRole("button", { name: "Find Account" }).getAttribute("aria-disabled")).toBe("true");
  await axe(page);
});

test("6: without any access to it a deep link says who can grant it, and nothing of it is sent", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const hidden = await stage.member(anna, "hidden", { CLIENTS: "VIEW" });
  const desk = await stage.member(anna, "desk", { CLIENTS: "FULL" });
  const page = await desk.open("/account-access/other");
  await page.getByRole("heading", { name: "You have No Access to Account Access" }).waitFor();
  await page.getByText(anna.username, { exact: true }).waitFor();
  for (const body of await stage.watch.bodies(page)) expect(body).not.toContain(`"origin"`);
  expect(await page.getByText(hidden.username).count()).toBe(0);
});

const add = async (page: Page, username: string, password: string) => {
  await page.getByLabel("Username", { exact: true }).fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Add Username" }).click();
};

test("F2: a username is added, the next step is told, and it can sign in", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/account-access");
  await page.getByRole("link", { name: "Allow Account Access" }).click();
  await page.getByRole("list", { name: "What this gives" }).waitFor();
  expect(await page.getByRole("link", { name: "Joining" }).getAttribute("aria-current")).toBe("true");
  expect(await page.getByRole("navigation", { name: "Account Access", exact: true }).locator("[aria-current=page]").textContent()).toBe("Allow Account Access");
  await shot(page, "allow");
  const username = anna.username.replace("anna", "master");
  const password = "plum lantern quarry cellar";
  await add(page, username, password);

  await page.getByRole("heading", { name: `${username} may now enter this account` }).waitFor();
  await page.getByText("it is the username that is important").waitFor();
  await page.getByRole("listitem").filter({ hasText: username }).filter({ hasText: "Added on" }).waitFor();
  await axe(page);
  await shot(page, "allow-added");
  await page.getByRole("button", { name: "Sign out" }).click();

  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  // It was chosen by somebody else, so it has to be changed first.
  await page.getByLabel("New password").waitFor();
});

test("F2: an existing username, one's own and a short password are told at their fields, and what was typed stays", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/account-access/allow", { phone: true });
  const isWrong = async (label: string) => (await page.getByLabel(label, { exact: true }).getAttribute("aria-invalid")) === "true";

  await add(page, anna.username.toUpperCase(), "plum lantern quarry cellar");
  await expect.poll(() => isWrong("Username")).toBe(true);
  expect(await page.getByLabel("Password", { exact: true }).inputValue()).toBe("plum lantern quarry cellar");
  await axe(page);

  await add(page, `new.${anna.username}`, anna.password);
  await page.getByText("This is your own password").waitFor();
  expect(await isWrong("Password")).toBe(true);

  await add(page, `new.${anna.username}`, "too short");
  await page.getByText("9 of at least 15 characters").waitFor();
  await page.getByText("This password is too short: use at least 15 characters.").waitFor();
  await noSidewaysScroll(page, 320);
});

interface Levels {
  account: { usernames: { username: string; privileges: { section: string; level: string }[] }[] };
}

test("F2: a preset says what it gives, and gives that and nothing else", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/account-access/allow");
  await page.getByRole("button", { name: /Starting access levels/ }).click();
  await page.getByRole("option", { name: /Front desk/ }).click();
  const shown = page.getByRole("list", { name: "What this gives" });
  await shown.getByRole("listitem").filter({ hasText: "Client Sessions" }).filter({ hasText: "View Only" }).waitFor();
  await shown.getByRole("listitem").filter({ hasText: "Account Access" }).filter({ hasText: "No Access" }).waitFor();
  const username = anna.username.replace("anna", "desk");
  await add(page, username, "plum lantern quarry cellar");
  await page.getByRole("heading", { name: `${username} may now enter this account` }).waitFor();

  const query = "query($id: ID!) { account(id: $id) { usernames { username privileges { section level } } } }";
  const { account } = await stage.query<Levels>(anna, query, { id: anna.account.id });
  const levels = account.usernames.find((one) => one.username === username)?.privileges.filter(({ level }) => level !== "NONE");
  expect(levels?.map(({ section, level }) => `${section} ${level}`)).toEqual(["CLIENTS FULL", "INSURANCE FULL", "CALENDAR FULL", "CLIENT_SESSIONS VIEW"]);
});
