import { expect, test } from "./harness/test";
import { announced, cell, focusOn, line, path, press, said, saveBar } from "./steps/privileges";

test("12: a whole section, a block and a whole username take three actions at most, and obey the filter", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const [ben, bea, carl] = await Promise.all([stage.member(anna, "ben", {}), stage.member(anna, "bea", {}), stage.member(anna, "carl", {})]);
  const page = await anna.open(`${path}?name=be`);
  await line(page, ben).waitFor();
  expect(await line(page, carl).count()).toBe(0);

  // A section for everybody shown: its name, then the level.
  await page.getByRole("columnheader", { name: "Calendar" }).click();
  await page.getByRole("option", { name: "View Only" }).click();
  await saveBar(page).getByText("2 changes to 2 usernames").waitFor();

  // A block: two keys select it, one sets it.
  const top = (await line(page, bea).getAttribute("aria-rowindex")) === "2" ? bea : ben;
  await focusOn(page, top, "CLIENTS");
  await press(page, "Shift+ArrowDown", "Shift+ArrowRight", "f");
  await saveBar(page).getByText("6 changes to 2 usernames").waitFor();

  // The same by mouse: one press begins the block, one with Shift ends and sets it.
  await focusOn(page, ben, "REPORTS");
  await cell(page, bea, "INVOICES").click({ modifiers: ["Shift"] });
  await press(page, "v");
  await saveBar(page).getByText("12 changes to 2 usernames").waitFor();

  // A username: its plus sign, then a preset.
  await page.getByRole("button", { name: `Details of ${ben.username}` }).click();
  await page.getByRole("group", { name: `Presets for ${ben.username}` }).getByRole("button", { name: "Front desk" }).click();
  expect(await said(page, ben, "CALENDAR")).toContain("Full Access");
  expect(await said(page, ben, "CLIENT_SESSIONS")).toContain("View Only");

  await page.getByRole("button", { name: "Show all" }).click();
  await line(page, carl).waitFor();
  for (const section of ["CALENDAR", "CLIENTS", "INSURANCE"] as const) expect(await said(page, carl, section)).toBe("No Access");
});

test("12: what may not be granted is left out of a bulk edit, and counted", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", { ACCOUNT_ACCESS: "FULL", CLIENTS: "VIEW", ACTIVITY_LOG: "VIEW" });
  const carl = await stage.member(anna, "carl", {});
  const page = await ben.open(path);
  await line(page, carl).waitFor();
  // Of three usernames one is the owner, one is Ben himself, and Carl can be given View Only.
  await page.getByRole("columnheader", { name: "Clients" }).click();
  await page.getByRole("option", { name: "Full Access" }).click();
  await announced(page).or(page.getByRole("log", { name: "Alerts" })).getByText("0 levels set to Full Access. 3 left out").waitFor();
  await page.getByRole("columnheader", { name: "Clients" }).click();
  await page.getByRole("option", { name: "View Only" }).click();
  await announced(page).getByText("1 level set to View Only. 2 left out").waitFor();
  await saveBar(page).getByText("1 change to 1 username").waitFor();
  expect(await said(page, carl, "CLIENTS")).toContain("View Only, not saved");
  expect(await said(page, anna, "CLIENTS")).toBe("Full Access, cannot be changed");

  await cell(page, carl, "CLIENTS").click();
  expect(await page.getByRole("option", { name: "Full Access" }).getAttribute("aria-disabled")).toBe("true");
});
