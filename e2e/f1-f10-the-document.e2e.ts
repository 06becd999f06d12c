import type { Page } from "playwright-core";
import type { Person } from "./harness/person";
import { expect, test } from "./harness/test";
import { carryOn, entry, plan, result } from "./steps/copyCodes";
import { saveBar } from "./steps/privileges";
import { type Form, fresh, signUp } from "./steps/signUp";

const accountIn = (page: Page) => /\/p\/([^/?]+)/.exec(page.url())?.[1] ?? "";

async function createAccount(page: Page, form: Form): Promise<string> {
  await page.goto("/sign-up");
  await signUp(page, form);
  await page.getByRole("button", { name: `Signed in as ${form.username}` }).waitFor();
  return accountIn(page);
}

async function signOut(page: Page, username: string): Promise<void> {
  await page.getByRole("button", { name: `Signed in as ${username}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function addUsername(page: Page, username: string, password: string): Promise<void> {
  await follow(page, "Account Access", "Allow Account Access");
  await page.getByLabel("Username", { exact: true }).fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Add Username" }).click();
  await page.getByRole("heading", { name: `${username} may now enter this account` }).waitFor();
}

// From the left menu to a function of a section.
async function follow(page: Page, section: string, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: section }).click();
  await page.getByRole("main").getByRole("link", { name, exact: true }).first().click();
}

test("F1 to F7, F10: from two new accounts to codes that were copied, as the document tells it", { timeout: 600_000 }, async ({ stage }) => {
  const [anna, ben] = [fresh("anna"), fresh("ben")];
  const page = await stage.open("/sign-up");

  // Create Provider Accounts
  const benId = await createAccount(page, ben);
  await signOut(page, ben.username);
  const annaId = await createAccount(page, anna);

  // Create Master Username & Password
  const master = anna.username.replace("anna", "master");
  await addUsername(page, master, "plum lantern quarry cellar");
  await signOut(page, anna.username);

  // Access Other Accounts: "it is the username that is important"
  await signIn(page, master, "plum lantern quarry cellar");
  await page.getByLabel("Current password").fill("plum lantern quarry cellar");
  await page.getByLabel("New password").fill("nine copper herons asleep");
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByRole("button", { name: `Signed in as ${master}` }).waitFor();
  expect(accountIn(page)).toBe(annaId);
  await follow(page, "Account Access", "Access Other Accounts");
  await page.getByLabel("Username", { exact: true }).fill(ben.username);
  await page.getByLabel("Password", { exact: true }).fill(ben.password);
  await page.getByRole("button", { name: "Find Account" }).click();
  await page.getByText(ben.practiceName).waitFor();
  await page.getByRole("button", { name: "Join Account" }).click();
  await page.getByRole("heading", { name: `You have joined ${ben.providerName}` }).waitFor();

  // The Provider drop-down
  await page.getByRole("button", { name: /^Provider: / }).click();
  await page.getByRole("option", { name: new RegExp(ben.providerName) }).click();
  await page.waitForURL(`**/p/${benId}/**`);

  // Set Access Level, and delete unused Usernames
  const desk = ben.username.replace("ben", "desk");
  await addUsername(page, desk, "plum lantern quarry cellar");
  await follow(page, "Account Access", "Username Privileges");
  await page.getByRole("button", { name: `Details of ${desk}` }).click();
  await page.getByRole("radiogroup", { name: `Session Notes for ${desk}` }).getByText("No Access").click();
  await saveBar(page).getByRole("button", { name: "Review and save" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save 1 change" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Delete username" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete username" }).click();
  await page.getByRole("button", { name: `Details of ${desk}` }).waitFor({ state: "hidden" });

  // Master Files for Group Setup
  await page.getByRole("button", { name: /^Provider: / }).click();
  await page.getByRole("option", { name: new RegExp(anna.providerName) }).click();
  await page.waitForURL(`**/p/${annaId}/**`);
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Codes Setup" }).click();
  await page.getByRole("button", { name: "Add diagnosis code" }).first().click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Code", exact: true }).fill("F41.1");
  await page.getByRole("dialog").getByRole("textbox", { name: "Description", exact: true }).fill("Generalized anxiety disorder");
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  const target = { account: { ...ben, id: benId } } as unknown as Person;
  await follow(page, "Account Access", "Copy Codes to Another Account");
  await plan(page, [target], ["Diagnosis Codes"]);
  await carryOn(page);
  await entry(page, "F41.1").getByText("New", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Copy Now" }).click();
  await result(page, target).waitFor();
  await signOut(page, master);

  // All account activity logging: the owner of the joined account sees every step that touched it
  await signIn(page, ben.username, ben.password);
  await page.getByRole("button", { name: `Signed in as ${ben.username}` }).waitFor();
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Activity Log" }).click();
  await page.getByRole("heading", { name: "Activity Log", level: 1 }).waitFor();
  const owner = await stage.signIn({ username: ben.username, password: ben.password, account: { ...ben, id: benId } });
  const { account } = await stage.query<{ account: { activity: { nodes: { code: string; username: string }[] } } }>(
    owner,
    "query($account: ID!) { account(id: $account) { activity(first: 200) { nodes { code username } } } }",
    { account: benId },
  );
  const told = account.activity.nodes.map(({ code }) => code).toReversed();
  const steps = ["signup", "link.find.ok", "link.joined", "account.switched", "username.added", "privilege.changed", "username.deleted"];
  expect(told.filter((code, index) => steps.includes(code) && told.indexOf(code) === index)).toEqual(steps);
  expect(told.some((code) => code.startsWith("codes.copy"))).toBe(true);
  expect(account.activity.nodes.some(({ username }) => username === anna.username)).toBe(false);
});
