import { axe } from "./harness/axe";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { cell, focusOn, line, linkOf, path, press, said, saveBar, setLevel } from "./steps/privileges";

test("13: the plus sign opens the details of a username, with all thirteen sections", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", { CLIENTS: "VIEW" });
  const page = await anna.open(path);
  await line(page, ben).waitFor();
  const plus = page.getByRole("button", { name: `Details of ${ben.username}` });
  expect(await plus.getAttribute("aria-expanded")).toBe("false");
  await plus.click();
  expect(await plus.getAttribute("aria-expanded")).toBe("true");
  const details = page.getByRole("list", { name: "Sections" });
  await expect.poll(() => details.getByRole("radiogroup").count()).toBe(13);
  await page.getByText("Allow Account Access", { exact: true }).last().waitFor();
  for (const fact of ["Last used", "Has access since", "Came about by", "With the consent of", "Access ends"]) await page.getByText(fact, { exact: true }).waitFor();

  await details.getByRole("radiogroup", { name: `Calendar for ${ben.username}` }).getByText("Full Access").click();
  await expect.poll(() => said(page, ben, "CALENDAR")).toBe("Full Access, not saved, was No Access");
  await shot(page, "privileges-details");
  await plus.click();
  expect(await plus.getAttribute("aria-expanded")).toBe("false");
  await details.waitFor({ state: "hidden" });
});

test("13: a level can be given until a day, in the account's time zone", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", { CLIENTS: "VIEW" });
  const page = await anna.open(path);
  await line(page, ben).waitFor();
  await page.getByRole("button", { name: `Details of ${ben.username}` }).click();
  await page.getByRole("button", { name: /^Add an end.*Clients/ }).click();
  await page.getByLabel(`Last day of Clients for ${ben.username}`, { exact: true }).fill("2031-12-31");
  await saveBar(page).getByRole("button", { name: "Review and save" }).click();
  await page.getByRole("dialog").getByText("until Dec 31, 2031").waitFor();
  await page.getByRole("button", { name: "Save 1 change" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  const { privileges } = await linkOf(anna, ben);
  const clients = privileges?.find(({ section }) => section === "CLIENTS");
  expect(Date.parse(clients?.validUntil ?? "")).toBe(Date.parse("2032-01-01T05:00:00Z"));
  expect(await said(page, ben, "CLIENTS")).toBe("View Only, ends by itself");
});

test("13: deleting a username says what follows, and the username is gone", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", {});
  const page = await anna.open(path);
  await line(page, ben).waitFor();
  await page.getByRole("button", { name: `Details of ${anna.username}` }).click();
  await page.getByRole("button", { name: "Delete username" }).hover();
  await page.getByText("You cannot delete your own username.").first().waitFor();
  await page.getByRole("button", { name: `Details of ${anna.username}` }).click();

  await page.getByRole("button", { name: `Details of ${ben.username}` }).click();
  await page.getByRole("button", { name: "Delete username" }).click();
  const dialog = page.getByRole("alertdialog", { name: `Delete ${ben.username}?` });
  await dialog.getByText("The activity log keeps what it did").waitFor();
  await axe(page);
  await dialog.getByRole("button", { name: "Delete username" }).click();
  await dialog.waitFor({ state: "hidden" });
  await line(page, ben).waitFor({ state: "hidden" });
  await page.getByText("Nobody else can enter this account yet").waitFor();
  await page.getByRole("main").getByRole("link", { name: "Allow Account Access" }).last().waitFor();
  await axe(page);
  await expect(ben.api("Viewer")).resolves.toMatchObject({ viewer: null });
});

test("F8: whose password may be known has to choose a new one, and reads why", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", {});
  const page = await anna.open(path);
  await line(page, ben).waitFor();
  await page.getByRole("button", { name: `Details of ${ben.username}` }).click();
  await page.getByRole("button", { name: "Someone else may know the password" }).click();
  const dialog = page.getByRole("dialog", { name: `Someone else may know the password of ${ben.username}` });
  await dialog.getByLabel("Why").fill("It was on a note at the desk.");
  await axe(page);
  await dialog.getByRole("button", { name: "Ask for a new password" }).click();
  await dialog.waitFor({ state: "hidden" });
  const again = await stage.signIn(ben);
  await expect(again.api("Viewer")).resolves.toMatchObject({ viewer: { passwordChangeRequired: "It was on a note at the desk." } });
});

test("16: every level says who set it, when and why, and leads to its entry in the log", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", {});
  const { id, version } = await linkOf(anna, ben);
  await anna.api("SetPrivileges", { account: anna.account.id, input: [{ link: id, version, levels: [{ section: "CALENDAR", level: "VIEW" }], reason: "Books the rooms." }] });
  const page = await anna.open(path);
  await line(page, ben).waitFor();
  await cell(page, ben, "CALENDAR").click();
  const why = page.getByRole("dialog", { name: `${ben.username} · Calendar` });
  await why.getByText(`Set by ${anna.username}`).waitFor();
  await why.getByText("Books the rooms.").waitFor();
  await why.getByRole("link", { name: "Log entry of Calendar" }).click();
  await page.waitForURL(/\/activity-log\?event=/);
  await page.getByText(`${anna.username} changed the privileges of ${ben.username}`).waitFor();
});

test("13: open details stay open, and the focus stays, when a colleague changes something", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", {});
  const dora = await stage.member(anna, "dora");
  const page = await anna.open(path);
  await line(page, ben).waitFor();
  await page.getByRole("button", { name: `Details of ${ben.username}` }).click();
  await focusOn(page, ben, "NOTES");
  await press(page, "v");
  await setLevel(dora, ben, "CALENDAR", "FULL");
  await expect.poll(() => said(page, ben, "CALENDAR")).toBe("Full Access, changed just now");
  await page.getByRole("list", { name: "Sections" }).waitFor();
  expect(await said(page, ben, "NOTES")).toContain("View Only, not saved");
  expect(await cell(page, ben, "NOTES").evaluate((element) => element === document.activeElement)).toBe(true);
});
