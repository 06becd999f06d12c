import { axe } from "./harness/axe";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { announced, focusOn, line, linkOf, mutationsOf, path, press, said, saveBar, setLevel, stored } from "./steps/privileges";

test("14: one review shows who gains and loses what, and one mutation saves it all", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", { CLIENTS: "FULL", NOTES: "VIEW" });
  const carl = await stage.member(anna, "carl", {});
  const page = await anna.open(path);
  await line(page, carl).waitFor();
  const mutations = mutationsOf(page);
  await focusOn(page, ben, "CLIENTS");
  await press(page, "v");
  await focusOn(page, ben, "NOTES");
  await press(page, "f");
  await focusOn(page, carl, "CALENDAR");
  await press(page, "v");
  await saveBar(page).getByRole("button", { name: "Review and save" }).click();
  const dialog = page.getByRole("dialog", { name: "Review changes" });
  const lines = (name: string) => dialog.getByRole("region", { name }).getByRole("listitem").allTextContents();
  await dialog.getByRole("region", { name: ben.username }).waitFor(); // the dialog comes when it is needed
  expect(await lines(ben.username)).toEqual(["ClientsFull AccesstoView OnlyLoses", "Session NotesView OnlytoFull AccessGains"]);
  expect(await lines(carl.username)).toEqual(["CalendarNo AccesstoView OnlyGains"]);
  await dialog.getByLabel("Why (optional)").fill("New desk plan.");
  await shot(page, "privileges-review");
  await dialog.getByRole("button", { name: "Save 3 changes" }).click();
  await dialog.waitFor({ state: "hidden" });
  await announced(page).getByText("Saved 3 changes.").waitFor();
  expect(mutations).toHaveLength(1);
  expect(await stored(anna, ben)).toMatchObject({ CLIENTS: "VIEW", NOTES: "FULL" });
  expect(await stored(anna, carl)).toMatchObject({ CALENDAR: "VIEW" });
  expect((await linkOf(anna, carl)).privileges?.find(({ section }) => section === "CALENDAR")?.reason).toBe("New desk plan.");
  expect(await page.evaluate(() => document.activeElement?.closest("[role=grid]") !== null)).toBe(true);
});

test("15: the server's refusal stands in the dialog with the focus on it, and the draft stays", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", { ACCOUNT_ACCESS: "FULL", ACTIVITY_LOG: "VIEW", CLIENTS: "FULL" });
  const carl = await stage.member(anna, "carl", {});
  const page = await ben.open(path);
  await line(page, carl).waitFor();
  await focusOn(page, carl, "CLIENTS");
  await press(page, "f");
  await saveBar(page).getByRole("button", { name: "Review and save" }).click();
  // Between the draft and the save Ben loses what he wants to give.
  await setLevel(anna, ben, "CLIENTS", "VIEW");
  const mutations = mutationsOf(page);
  await page.getByRole("button", { name: "Save 1 change" }).click();
  const refusal = page.getByRole("alert").filter({ hasText: "You cannot give Full Access to Clients: you have View Only there yourself." });
  await refusal.waitFor();
  expect(mutations).toHaveLength(1);
  await expect.poll(() => refusal.evaluate((element) => element === document.activeElement)).toBe(true);
  await axe(page);
  await page.getByRole("button", { name: "Keep editing" }).click();
  await saveBar(page).getByText("1 change to 1 username").waitFor();
  expect(await said(page, carl, "CLIENTS")).toContain("Full Access, not saved");
  expect(await stored(anna, carl)).toMatchObject({ CLIENTS: "NONE" });
});

test("15: nobody changes their own row or the owner's, and the cells say so", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben");
  const page = await ben.open(path);
  await line(page, anna).waitFor();
  const alerts = page.getByRole("log", { name: "Alerts" });
  await focusOn(page, ben, "CLIENTS");
  await press(page, "n");
  await alerts.getByText("You cannot change your own privileges.").waitFor();
  await focusOn(page, anna, "CLIENTS");
  await press(page, "n");
  await alerts.getByText("The owner's privileges cannot be changed.").waitFor();
  expect(await saveBar(page).getByText(/changes? to/).count()).toBe(0);
});

test("18: after saving, Undo restores exactly the former levels", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", { CLIENTS: "FULL", NOTES: "VIEW" });
  const carl = await stage.member(anna, "carl", { CALENDAR: "VIEW" });
  const before = [await stored(anna, ben), await stored(anna, carl)];
  const page = await anna.open(path);
  await line(page, carl).waitFor();
  await page.getByRole("columnheader", { name: "Calendar" }).click();
  await page.getByRole("option", { name: "Full Access" }).click();
  await focusOn(page, ben, "CLIENTS");
  await press(page, "n");
  await saveBar(page).getByRole("button", { name: "Review and save" }).click();
  await page.getByRole("button", { name: "Save 3 changes" }).click();
  await page.getByText("Saved 3 changes.").first().waitFor();
  await expect.poll(() => stored(anna, ben)).toMatchObject({ CLIENTS: "NONE", CALENDAR: "FULL" });
  await page.getByRole("alertdialog").getByRole("button", { name: "Undo" }).click();
  await page.getByText("Undone: the former levels are back.").first().waitFor();
  expect([await stored(anna, ben), await stored(anna, carl)]).toEqual(before);
  await expect.poll(() => said(page, ben, "CLIENTS")).toBe("Full Access");
});

test("18: a saved change is reverted from its entry in the log, after a review, and not over what was changed since", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", { CLIENTS: "FULL", NOTES: "VIEW" });
  const before = await stored(anna, ben);
  await setLevel(anna, ben, "CLIENTS", "NONE");
  const page = await anna.open("/activity-log?code=privilege.changed");
  await page.getByRole("button", { name: new RegExp(`changed the privileges of.*${ben.username}`) }).click();
  await page.getByRole("button", { name: "Revert" }).click();
  const dialog = page.getByRole("dialog", { name: "Review changes" });
  await dialog.getByRole("region", { name: ben.username }).waitFor();
  expect(await dialog.getByRole("region", { name: ben.username }).getByRole("listitem").allTextContents()).toEqual(["ClientsNo AccesstoFull AccessGains"]);
  await axe(page);
  await shot(page, "privileges-revert");
  await dialog.getByRole("button", { name: "Save 1 change" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await stored(anna, ben)).toEqual(before);

  await setLevel(anna, ben, "CLIENTS", "VIEW");
  await page.getByRole("button", { name: "Revert" }).first().click();
  const refusal = page.getByRole("dialog", { name: "Revert this change" });
  await refusal.getByText("Somebody has changed these since.").waitFor();
  await refusal.getByText(`${ben.username}: Clients`).waitFor();
  await shot(page, "privileges-revert-refused");
});

test("5: leaving with a draft asks, and Save goes by way of the review", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", {});
  const page = await anna.open(path);
  await line(page, ben).waitFor();
  await focusOn(page, ben, "CLIENTS");
  await press(page, "v");
  const leave = () => page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "My Access" }).click();
  const question = page.getByText("Leave without saving?");
  await leave();
  await question.waitFor();
  await page.getByRole("button", { name: "Stay" }).click();
  expect(await said(page, ben, "CLIENTS")).toContain("not saved");
  await leave();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Save 1 change" }).click();
  await page.waitForURL(/\/my-access/);
  expect(await stored(anna, ben)).toMatchObject({ CLIENTS: "VIEW" });
});

test("30: a save that does not get through keeps the draft and can be sent again", async ({ stage }) => {
  stage.watch.allow(/ERR_FAILED/, "the test cuts the line");
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", {});
  const page = await anna.open(path);
  await line(page, ben).waitFor();
  await focusOn(page, ben, "CLIENTS");
  await press(page, "v");
  await saveBar(page).getByRole("button", { name: "Review and save" }).click();
  await page.route("**/graphql", (route) => route.abort());
  await page.getByRole("button", { name: "Save 1 change" }).click();
  await page.getByText("The server could not be reached.").waitFor();
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Retry" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect(await stored(anna, ben)).toMatchObject({ CLIENTS: "VIEW" });
});
