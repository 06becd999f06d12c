import { axe } from "./harness/axe";
import { layoutShift, noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

test("7 of the issue: a new account shows the steps of the document, each leading to its screen", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("");
  const setup = page.getByRole("region", { name: "Set up your practice" });
  await setup.waitFor();
  expect((await setup.getByRole("heading", { level: 3 }).allTextContents()).map((text) => text.trim())).toEqual([
    "Create a Master Username",
    "Join the other accounts",
    "Set access levels",
    "Enter your codes once",
    "Copy the codes to the other accounts",
  ]);
  await setup.getByText("0 of 5 steps are done.").waitFor();
  for (const [link, path] of [
    ["Allow Account Access", "account-access/allow"],
    ["Access Other Accounts", "account-access/other"],
    ["Username Privileges", "account-access/privileges"],
    ["Codes Setup", "codes-setup"],
    ["Copy Codes", "account-access/copy"],
  ] as const) {
    expect(await setup.getByRole("link", { name: link }).getAttribute("href")).toBe(`/p/${anna.account.id}/${path}`);
  }
  expect(await layoutShift(page)).toBeLessThan(0.05);
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "home-new-account");
});

test("7 of the issue: what is done is marked, also for a colleague, as soon as one comes back", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("");
  await page.getByText("0 of 5 steps are done.").waitFor();
  const master = await stage.member(anna, "master");
  await page.getByRole("link", { name: "My Access", exact: true }).click();
  await page.getByRole("heading", { name: "My Access", level: 1 }).waitFor();
  await page.getByRole("link", { name: "Home" }).click();
  await page.getByText("1 of 5 steps are done.").waitFor();
  await page.getByRole("heading", { name: "Create a Master Username Done" }).waitFor();

  const theirs = await master.open("");
  await theirs.getByText("1 of 5 steps are done.").waitFor();
});

test("a username with few rights sees what it may open, what is not its to do, and whom to ask", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const coder = await stage.member(anna, "coder", { CODES_SETUP: "FULL" });
  const page = await coder.open("");
  await page.getByText("You have No Access to 12 sections of this account").waitFor();
  await page.getByText(anna.username).first().waitFor();
  const setup = page.getByRole("region", { name: "Set up your practice" });
  await setup.getByText("This needs Full Access to Account Access.").first().waitFor();
  expect(await setup.getByRole("link").allTextContents()).toEqual(["Codes Setup", "Copy Codes"]);
  const menu = page.getByRole("navigation", { name: "Sections" });
  expect(await menu.getByRole("link").allTextContents()).toEqual(["Home", "Work List", "Codes Setup", "My Access"]);
  await axe(page);
  await shot(page, "home-few-rights");
});

test("a username without any section is told so, and asks nothing that it may not", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const nobody = await stage.member(anna, "nobody", {});
  const page = await nobody.open("", { phone: true });
  await page.getByText("There is nothing here for you to open yet").waitFor();
  await page.getByText(anna.username).first().waitFor();
  for (const body of await stage.watch.bodies(page)) expect(body).not.toContain("FORBIDDEN");
  await axe(page);
  await noSidewaysScroll(page, 320);
});

test("a master username goes to another provider's account from its home, and both logs tell it", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.provider("ben");
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  const page = await master.open("");
  await page.getByRole("region", { name: "Provider accounts" }).getByRole("link", { name: ben.account.providerName }).click();
  await page.waitForURL(`**/p/${ben.account.id}`);
  const log = await anna.open("/activity-log?code=account.switched");
  await log.getByRole("button", { name: `${master.username} went on to another provider's account` }).waitFor();
  const other = await ben.open("/activity-log?code=account.switched");
  await other.getByRole("button", { name: `${master.username} came to this account` }).waitFor();
});
