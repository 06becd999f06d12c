import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import type { Person } from "./harness/person";
import { shot } from "./harness/shot";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";

const find = async (page: Page, { username, password }: Pick<Person, "username" | "password">) => {
  await page.getByLabel("Username", { exact: true }).fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Find Account" }).click();
};

const pair = async (stage: Stage) => {
  const [anna, ben] = await Promise.all([stage.provider("anna"), stage.provider("ben")]);
  return { anna, ben, master: await stage.member(anna, "master") };
};

const accountsOf = async (stage: Stage, person: Person) => {
  const { viewer } = await stage.api<{ viewer: { accounts: { providerName: string }[] } }>(person, "Viewer");
  return viewer.accounts.map(({ providerName }) => providerName);
};

test("F3: an account is found with nothing granted, joined, and then in the Provider drop-down", async ({ stage }) => {
  const { anna, ben, master } = await pair(stage);
  const page = await master.open("/account-access/other");
  await page.getByRole("button", { name: "Find Account" }).waitFor();
  await shot(page, "other");
  await find(page, ben);
  await page.getByText(ben.account.practiceName).waitFor();
  await page.getByText("Nothing is granted yet. Join Account").waitFor();
  expect(await accountsOf(stage, master)).toEqual([anna.account.providerName]);
  await axe(page);
  await shot(page, "other-found");

  await page.getByRole("button", { name: "Join Account" }).click();
  await page.getByRole("heading", { name: `You have joined ${ben.account.providerName}` }).waitFor();
  await page.getByText("You have typed somebody's password").waitFor();
  expect(await accountsOf(stage, master)).toEqual([anna.account.providerName, ben.account.providerName]);
  await axe(page);
  await shot(page, "other-joined");

  await page.getByRole("button", { name: /^Provider: / }).click();
  await page.getByRole("option", { name: new RegExp(ben.account.providerName) }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open it" }).click();
  await page.waitForURL(`**/p/${ben.account.id}/**`);
  await page.getByRole("button", { name: `Signed in as ${master.username}` }).waitFor();
  for (const body of await stage.watch.bodies(page)) expect(body).not.toContain(ben.password);
});

test("F3: a find that is not wanted grants nothing, and another can be made", async ({ stage }) => {
  const { anna, ben, master } = await pair(stage);
  const page = await master.open("/account-access/other", { phone: true });
  await find(page, ben);
  await page.getByText(ben.account.practiceName).waitFor();
  await noSidewaysScroll(page, 320);
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(await page.getByLabel("Username", { exact: true }).inputValue()).toBe(ben.username);
  expect(await page.getByLabel("Password", { exact: true }).inputValue()).toBe("");
  expect(await accountsOf(stage, master)).toEqual([anna.account.providerName]);
});

test("F3: a wrong password is told as an unknown username is, at its field, and nobody is asked to sign in", async ({ stage }) => {
  const { ben, master } = await pair(stage);
  const page = await master.open("/account-access/other");
  const tell = async (username: string) => {
    await find(page, { username, password: "not the password of anybody" });
    await page.getByText("Username or password is not right.").waitFor();
    expect(await page.getByLabel("Username", { exact: true }).inputValue()).toBe(username);
    expect(await page.getByLabel("Password", { exact: true }).getAttribute("aria-invalid")).toBe("true");
    await page.reload();
  };
  await tell(ben.username);
  await tell("nobody.is.called.so");
  await find(page, { username: ben.username, password: "not the password of anybody" });
  await page.getByText("Username or password is not right.").waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  await axe(page);
});

test("F3: home and an account that is joined already are told, with no second row", async ({ stage }) => {
  const { anna, ben, master } = await pair(stage);
  await stage.join(master, ben);
  const page = await master.open("/account-access/other");
  for (const person of [anna, ben]) {
    await find(page, person);
    await page.getByRole("alert").getByText("This account is already joined.").waitFor();
    await page.reload();
  }
  await page.getByRole("button", { name: `Leave ${ben.account.providerName}` }).waitFor();
  expect(await page.getByRole("button", { name: /^Leave / }).count()).toBe(2);
});

test("F3: after ten minutes the account has to be found again", async ({ stage }) => {
  const { anna, ben, master } = await pair(stage);
  const page = await master.open("/account-access/other");
  await page.getByRole("button", { name: "Find Account" }).waitFor();
  await page.clock.install();
  await find(page, ben);
  await page.getByText("Nothing is granted yet. Join Account").waitFor();
  await page.clock.fastForward("09:30");
  expect(await page.getByRole("button", { name: "Join Account" }).getAttribute("aria-disabled")).toBe(null);
  await page.clock.fastForward("00:45");
  await page.getByRole("alert").getByText("The ten minutes are over").waitFor();
  expect(await page.getByRole("button", { name: "Join Account" }).getAttribute("aria-disabled")).toBe("true");
  await page.getByRole("button", { name: "Find it again" }).click();
  expect(await page.getByLabel("Username", { exact: true }).inputValue()).toBe(ben.username);
  expect(await accountsOf(stage, master)).toEqual([anna.account.providerName]);
});

test("F3: a find that was used meanwhile is refused in place", async ({ stage }) => {
  const { ben, master } = await pair(stage);
  const page = await master.open("/account-access/other");
  await find(page, ben);
  await page.getByText("Nothing is granted yet. Join Account").waitFor();
  // Whoever changes the password takes back what was proven with the old one.
  await ben.api("ChangePassword", { input: { currentPassword: ben.password, newPassword: `${ben.password} anew`, endOtherSignIns: true } });
  await page.getByRole("button", { name: "Join Account" }).click();
  await page.getByRole("alert").getByText("Find the account first").waitFor();
  await axe(page);
});

test("one's own link can be given up, and the owner's cannot", async ({ stage }) => {
  const { anna, ben, master } = await pair(stage);
  await stage.join(master, ben);
  const page = await master.open("/account-access/other", { account: ben.account });
  await page.getByRole("button", { name: `Leave ${ben.account.providerName}` }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByText("may then not enter this account any more").waitFor();
  await axe(page);
  await shot(page, "other-leave");
  await dialog.getByRole("button", { name: "Leave account" }).click();
  await page.waitForURL(`**/p/${anna.account.id}`);
  await expect.poll(() => accountsOf(stage, master)).toEqual([anna.account.providerName]);

  const owners = await anna.open("/account-access/other");
  await owners.getByRole("button", { name: `Leave ${anna.account.providerName}` }).click();
  await owners.getByRole("alertdialog").getByText("this username is deleted").waitFor();
  await owners.getByRole("alertdialog").getByRole("button", { name: "Leave account" }).click();
  await owners.getByText("The owner cannot leave the account.").waitFor();
  expect(await accountsOf(stage, anna)).toEqual([anna.account.providerName]);
});
