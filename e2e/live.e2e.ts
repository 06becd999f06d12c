import { expect, test } from "./harness/test";
import { addClient, openClient } from "./steps/clients";
import { linkOf, setLevel } from "./steps/privileges";

test("a lowered level takes the section out of an open tab, with no action there", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const biller = await stage.member(anna, "biller");
  const page = await biller.open("/clients");
  await page.getByRole("heading", { name: "Clients", level: 1 }).waitFor();
  await setLevel(anna, biller, "CLIENTS", "NONE");
  await page.getByRole("heading", { name: "You have No Access to Clients" }).waitFor();
  await page.getByRole("link", { name: "Clients", exact: true }).waitFor({ state: "hidden" });
});

test("a link that is cut closes the screens of the account", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.provider("ben");
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  const page = await master.open("/clients", { account: ben.account });
  await page.getByRole("heading", { name: "Clients", level: 1 }).waitFor();
  const { id } = await linkOf(ben, master);
  await ben.api("DeleteUsername", { account: ben.account.id, link: id });
  await page.getByRole("heading", { name: "You cannot enter this account" }).waitFor();
});

test("joining an account puts it into the Provider drop-down of a tab that is open elsewhere", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.provider("ben");
  const master = await stage.member(anna, "master");
  const page = await master.open("/my-access");
  await page.getByRole("button", { name: /^Provider: / }).waitFor();
  await stage.join(master, ben);
  await page.getByRole("button", { name: /^Provider: / }).click();
  await page.getByRole("option", { name: new RegExp(ben.account.providerName) }).waitFor();
});

test("signing out in one tab closes the others of the browser", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/clients");
  const other = await stage.tab(page, `/p/${anna.account.id}/codes-setup`);
  await other.getByRole("button", { name: `Signed in as ${anna.username}` }).click();
  await other.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
});

test("what is not saved outlives signing out in another tab, hidden; whoever else signs in gets none of it", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const desk = await stage.member(anna, "desk", { CLIENTS: "FULL" });
  const page = await anna.open("/clients/new");
  await page.getByLabel("First name").fill("Wilhelmina");
  const other = await stage.tab(page, `/p/${anna.account.id}/my-access`);
  const enter = async ({ username, password }: typeof anna) => {
    await other.getByRole("button", { name: /^Signed in as / }).click();
    await other.getByRole("menuitem", { name: "Sign out" }).click();
    await other.waitForURL("**/sign-in");
    await page.getByRole("dialog", { name: "Sign in again" }).waitFor();
    await expect.poll(() => page.getByLabel("First name").isVisible()).toBe(false);
    await other.getByLabel("Username").fill(username);
    await other.getByLabel("Password", { exact: true }).fill(password);
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.getByRole("button", { name: `Signed in as ${username}` }).waitFor();
  };
  await enter(anna);
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect(await page.getByLabel("First name").inputValue()).toBe("Wilhelmina");
  await enter(desk);
  await page.getByRole("button", { name: `Signed in as ${desk.username}` }).waitFor();
  expect(await page.getByLabel("First name").count()).toBe(0);
});

test("a page that the browser has kept is loaded anew", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/clients");
  await page.getByRole("heading", { name: "Clients", level: 1 }).waitFor();
  const loaded = page.waitForEvent("load");
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await loaded;
});

test("an ended sign-in asks again over the page, and what was typed is still there", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/clients/new");
  await page.getByLabel("First name").fill("Wilhelmina");
  const elsewhere = await stage.signIn(anna);
  await elsewhere.api("ChangePassword", { input: { currentPassword: anna.password, newPassword: "another long way to say nothing", endOtherSignIns: true } });
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await dialog.waitFor();
  await expect.poll(() => page.getByLabel("First name").isVisible()).toBe(false);
  await dialog.getByLabel("Password", { exact: true }).fill("another long way to say nothing");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await page.getByLabel("First name").inputValue()).toBe("Wilhelmina");
});

interface Reading {
  account: { activity: { nodes: { code: string }[] } };
}

test("one opening of a client is one entry of the log; it is shown anew when it changes, and for no other change", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ida = await addClient(anna, { firstName: "Ida", lastName: "Moss", city: "Albany" });
  const desk = await stage.member(anna, "desk", { CLIENTS: "VIEW" });
  const page = await desk.open(`/clients/${ida.id}`);
  await page.getByText("Albany").waitFor();
  const list = await stage.tab(page, `/p/${anna.account.id}/clients`);
  await addClient(anna, { firstName: "Ruth", lastName: "Quill" });
  await list.getByRole("link", { name: "Quill, Ruth" }).waitFor(); // so that what comes is told apart from this
  const { id, version, firstName, lastName } = await openClient(anna, ida.id);
  await anna.api("EditClient", { account: anna.account.id, id, version, input: { firstName, lastName, city: "Boston" } });
  await page.getByText("Boston").waitFor();
  const query = "query($id: ID!, $filter: ActivityFilter) { account(id: $id) { activity(filter: $filter) { nodes { code } } } }";
  const { account } = await stage.query<Reading>(anna, query, { id: anna.account.id, filter: { username: desk.username, client: ida.id } });
  const codes = account.activity.nodes.map(({ code }) => code).filter((code) => code !== "client.listed");
  expect(codes).toEqual(["client.refreshed", "client.opened"]);
});
