import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

test("whoever runs an account sees its sign-ins and ends them there, and nowhere else", async ({ stage }) => {
  const [anna, ben] = [await stage.provider("anna"), await stage.provider("ben")];
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  const theirs = await master.open("/clients", { account: ben.account });
  await theirs.getByRole("heading", { name: "Clients", level: 1 }).waitFor();

  const page = await ben.open("/account-access/sign-ins");
  const signIns = page.getByRole("region", { name: "In use in this account" });
  await expect.poll(() => signIns.getByRole("listitem").count()).toBe(2);
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "account-sign-ins");
  const own = signIns.getByRole("button", { name: `End the sign-in of ${ben.username}` });
  expect(await own.getAttribute("aria-disabled")).toBe("true");

  await signIns.getByRole("button", { name: `End the sign-in of ${master.username}` }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.waitFor();
  await axe(page);
  await shot(page, "account-sign-ins-end");
  await dialog.getByRole("button", { name: "End", exact: true }).click();
  await theirs.getByRole("heading", { name: "Your sign-in was ended in this account" }).waitFor({ timeout: 2000 });
  await axe(theirs);
  await shot(theirs, "sign-in-ended-here");
  await expect.poll(() => signIns.getByRole("listitem").count()).toBe(1);
  const { viewer } = await master.api<{ viewer: { accounts: { id: string }[] } }>("Viewer");
  expect(viewer.accounts.map(({ id }) => id)).toEqual([anna.account.id]);

  await theirs.getByRole("button", { name: "Sign out, and sign in again" }).click();
  await theirs.getByLabel("Username").fill(master.username);
  await theirs.getByLabel("Password", { exact: true }).fill(master.password);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await theirs.getByRole("navigation").first().waitFor();
  await theirs.goto(`/p/${ben.account.id}/clients`);
  await theirs.getByRole("heading", { name: "Clients", level: 1 }).waitFor();
});

test("the rules for sign-ins are set by Full Access; with View Only they are there to see", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const auditor = await stage.member(anna, "auditor", { ACCOUNT_ACCESS: "VIEW" });
  const page = await anna.open("/account-access/sign-ins");
  const rules = page.getByRole("region", { name: "Rules for sign-ins" });
  await rules.getByRole("button", { name: /Sign out when not used for/ }).click();
  await page.getByRole("option", { name: "5 minutes", exact: true }).click();
  const seen = await auditor.open("/account-access/sign-ins");
  await seen.getByRole("button", { name: /15 minutes/ }).waitFor();
  await rules.getByRole("button", { name: "Save" }).click();
  await page.getByText("The rules for sign-ins are saved.").waitFor();
  await seen.getByRole("button", { name: /^5 minutes/ }).waitFor();
  expect(await seen.getByRole("button", { name: "Save" }).getAttribute("aria-disabled")).toBe("true");
  const mine = await auditor.open("/my-access", { phone: true });
  await mine.getByText("A sign-in ends by itself after 5 minutes without use.").waitFor();
});

// The server's answer that time is running out is brought forward: nobody waits for it here.
test("before a sign-in ends the page asks, and staying is one press", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/clients");
  await page.getByRole("heading", { name: "Clients", level: 1 }).waitFor();
  let hurry = true;
  await page.context().route("**/graphql", async (route) => {
    if (route.request().postDataJSON()?.operationName !== "Ending" || !hurry) return route.fallback();
    const response = await route.fetch();
    return route.fulfill({ response, body: (await response.text()).replace(/"secondsLeft":\d+/, '"secondsLeft":50') });
  });
  const again = await stage.tab(page, page.url());
  const dialog = again.getByRole("alertdialog", { name: "Are you still there?" });
  await dialog.getByText(/You will be signed out in \d\d seconds/).waitFor();
  await axe(again);
  await shot(again, "sign-in-ending");
  hurry = false;
  await dialog.getByRole("button", { name: "Stay signed in" }).press("Enter");
  await dialog.waitFor({ state: "detached" });
  await again.getByRole("heading", { name: "Clients", level: 1 }).waitFor();
});

test("too many wrong passwords: the page counts down, and whoever runs the account unlocks", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const desk = await stage.member(anna, "desk");
  const page = await stage.open("/sign-in");
  await page.getByLabel("Username").fill(desk.username);
  for (let i = 0; i < 6; i++) {
    await page.getByLabel("Password", { exact: true }).fill("nineteen woollen harbours");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Sign in" }).getAttribute("data-pending")).toBe(null);
  }
  await page.getByText(/You can try again in \d+ seconds/).first().waitFor();
  await axe(page);
  await shot(page, "sign-in-wait");

  const owner = await anna.open("/account-access/sign-ins");
  const locked = owner.getByRole("region", { name: "Locked" });
  await locked.getByText("5 wrong passwords in a row").waitFor();
  await axe(owner);
  await shot(owner, "account-sign-ins-locked");
  await locked.getByRole("button", { name: `Unlock ${desk.username}` }).click();
  await locked.waitFor({ state: "detached" });
  await stage.signIn(desk);
});
