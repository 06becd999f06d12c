import type { Page } from "playwright-core";
import { axe, axeInTheDark } from "./harness/axe";
import { layoutShift, noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { cell, focusOn, line, mutationsOf, path, press, said, saveBar } from "./steps/privileges";

// Where the focus is, and whether something else lies over the middle of it.
const focus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return "nowhere";
    const { left, top, width, height } = element.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    const holder = element.closest("[aria-colindex]");
    const place = `${holder?.parentElement?.getAttribute("aria-rowindex")},${holder?.getAttribute("aria-colindex")}`;
    return element.contains(over) ? place : `${place} is covered by ${over?.outerHTML.slice(0, 120)}`;
  });

test("7: the grid is one tab stop, keys move in it, and the focus is never covered", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const staff = await Promise.all(["ben", "carl", "dora", "emil", "fay", "gus", "hal", "ida"].map((name) => stage.member(anna, name, {})));
  const page = await anna.open(path, { context: { viewport: { width: 1000, height: 560 } } });
  await line(page, anna).waitFor();
  await page.getByRole("button", { name: /Level to look for/ }).waitFor();
  const isOverGrid = () => saveBar(page).evaluate((element) => element.contains(document.elementFromPoint(innerWidth / 2, innerHeight - 40)));
  expect(await isOverGrid()).toBe(false);

  await page.getByLabel("Find a username").focus();
  await press(page, "Tab", "Tab");
  expect(await focus(page)).toBe("2,2");
  await press(page, "ArrowDown", "v");
  await saveBar(page).getByText("1 change to 1 username").waitFor();
  expect(await isOverGrid()).toBe(true);

  const last = staff.length + 2;
  for (const [key, place] of [
    ["ArrowRight", "3,3"], ["ArrowDown", "4,3"], ["ArrowLeft", "4,2"], ["ArrowUp", "3,2"],
    ["End", "3,14"], ["Home", "3,1"], ["Control+End", `${last},14`], ["Control+Home", "2,1"],
    ["ArrowRight", "2,2"], ["ArrowUp", "1,2"], ["ArrowDown", "2,2"],
  ] as const) {
    await press(page, key);
    await expect.poll(() => focus(page), { message: key }).toBe(place);
  }
  await press(page, "PageDown");
  const paged = await focus(page);
  expect(Number(paged.split(",")[0])).toBeGreaterThan(3);
  for (let row = 0; row < last; row++) {
    await press(page, "ArrowDown");
    expect(await focus(page)).toMatch(/^\d+,2$/);
  }
  await press(page, "PageUp");
  expect(Number((await focus(page)).split(",")[0])).toBeLessThan(last);
  for (let column = 0; column < 13; column++) {
    await press(page, "ArrowRight");
    expect(await focus(page)).toMatch(/^\d+,\d+$/);
  }

  await press(page, "Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("[role=grid]"))).toBe(null);
  await press(page, "Shift+Tab");
  expect(await focus(page)).toMatch(/,14$/);
});

test("8: one key sets a level, Enter and Space open the choices and why it is so", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", { CLIENTS: "VIEW" });
  const page = await anna.open(path);
  await line(page, ben).waitFor();
  await focusOn(page, ben, "CLIENTS");
  for (const [key, level] of [["f", "Full Access"], ["n", "No Access"]] as const) {
    await press(page, key);
    await expect.poll(() => said(page, ben, "CLIENTS")).toContain(`${level}, not saved, was View Only`);
  }
  for (const key of ["Enter", "Space"]) {
    await press(page, key);
    const choices = page.getByRole("dialog", { name: `${ben.username} · Clients` });
    await choices.getByText(`With Allow Account Access, by ${anna.username}`).waitFor();
    await press(page, "Escape");
    await choices.waitFor({ state: "hidden" });
    await expect.poll(() => cell(page, ben, "CLIENTS").evaluate((element) => element === document.activeElement)).toBe(true);
  }
  await press(page, "Enter", "ArrowUp", "Enter");
  await expect.poll(() => said(page, ben, "CLIENTS")).toBe("View Only");
});

test("8: with View Only on Account Access everything can be read, and a key says why nothing changes", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", { ACCOUNT_ACCESS: "VIEW" });
  const carl = await stage.member(anna, "carl", { CLIENTS: "FULL" });
  const page = await ben.open(path);
  await line(page, carl).waitFor();
  await focusOn(page, carl, "CLIENTS");
  await press(page, "n");
  await page.getByText("You have View Only to Account Access; this needs Full Access.").first().waitFor();
  expect(await said(page, carl, "CLIENTS")).toBe("Full Access, cannot be changed");
  await page.getByRole("button", { name: `Details of ${carl.username}` }).click();
  await page.getByRole("list", { name: "Sections" }).waitFor();
  await axe(page);
  await shot(page, "privileges-view-only");
});

test("9: a level is told by its word and its icon", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", { CLIENTS: "VIEW", NOTES: "FULL" });
  const page = await anna.open(path);
  await line(page, ben).waitFor();
  for (const [section, word] of [["CLIENTS", "View"], ["NOTES", "Full"], ["REPORTS", "No access"]] as const) {
    expect(await cell(page, ben, section).textContent()).toBe(word);
    expect(await cell(page, ben, section).locator("svg").count()).toBe(1);
  }
  // On a laptop all thirteen sections are in sight.
  expect(await page.getByRole("grid").evaluate((grid) => grid.scrollWidth - grid.clientWidth)).toBe(0);
  await focusOn(page, ben, "CLIENTS");
  await press(page, "f");
  await page.emulateMedia({ forcedColors: "active" });
  await shot(page, "privileges-forced-colors");
});

test("10: editing sends nothing, and a bar counts changes and usernames", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", {});
  const carl = await stage.member(anna, "carl", {});
  const page = await anna.open(path);
  await line(page, carl).waitFor();
  const mutations = mutationsOf(page);
  await focusOn(page, ben, "CLIENTS");
  await press(page, "f", "ArrowRight", "v");
  await focusOn(page, carl, "CLIENTS");
  await press(page, "v");
  await saveBar(page).getByText("3 changes to 2 usernames").waitFor();
  await saveBar(page).getByRole("button", { name: "Undo" }).click();
  await saveBar(page).getByText("2 changes to 1 username").waitFor();
  await saveBar(page).getByRole("button", { name: "Discard" }).click();
  await saveBar(page).getByText("0 changes").waitFor();
  expect(mutations).toEqual([]);
  expect(await layoutShift(page)).toBeLessThan(0.05);
});

test("11: undo and redo know no limit, and a bulk edit is one step", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", {});
  const carl = await stage.member(anna, "carl", {});
  const page = await anna.open(path);
  await line(page, carl).waitFor();
  await focusOn(page, ben, "CLIENTS");
  const singles = Array.from({ length: 25 }, (_, i) => (i % 2 === 0 ? "f" : "v"));
  await press(page, ...singles);
  await press(page, "Shift+ArrowDown", "Shift+ArrowRight", "n", "f");
  await saveBar(page).getByText("4 changes to 2 usernames").waitFor();
  await press(page, "Control+z");
  await saveBar(page).getByText("0 changes").waitFor();
  await press(page, ...Array.from({ length: 26 }, () => "Control+z"));
  await expect.poll(() => said(page, ben, "CLIENTS")).toBe("No Access");
  await saveBar(page).getByRole("button", { name: "Undo" }).hover();
  await page.getByText("There is nothing to undo.").first().waitFor();
  await press(page, ...Array.from({ length: 27 }, () => "Control+Shift+z"));
  await saveBar(page).getByText("4 changes to 2 usernames").waitFor();
});

test("29: the grid has no barrier, in both themes, and fits 320 px", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", { CLIENTS: "VIEW" });
  const page = await anna.open(path);
  await line(page, ben).waitFor();
  await focusOn(page, ben, "CLIENTS");
  await press(page, "f", "ArrowRight", "Enter");
  await page.getByRole("dialog").waitFor();
  await axe(page);
  await press(page, "Escape");
  await page.getByRole("button", { name: `Details of ${ben.username}` }).click();
  await page.getByRole("list", { name: "Sections" }).waitFor();
  await axe(page);
  await axeInTheDark(page);
  await saveBar(page).getByRole("button", { name: "Review and save" }).click();
  await page.getByRole("dialog", { name: "Review changes" }).waitFor();
  await axe(page);
  await press(page, "Escape");
  await noSidewaysScroll(page, 320);
});
