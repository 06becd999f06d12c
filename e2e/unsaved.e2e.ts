import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import type { Person } from "./harness/person";
import { shot } from "./harness/shot";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";
import { addClient, openClient } from "./steps/clients";
import { setLevel } from "./steps/setLevel";

const answers = ["Save", "Discard", "Stay"] as const;
const city = (page: Page) => page.getByRole("textbox", { name: "City" });
const question = (page: Page) => page.getByRole("dialog");

interface Play {
  page: Page;
  other: Person;
  client: string;
  saved: () => Promise<string | null>;
}

// A client's form with the city typed and not saved, of somebody who works in two accounts.
async function play(stage: Stage): Promise<Play> {
  const [anna, other] = [await stage.provider("anna"), await stage.provider("ben")];
  const { id: client } = await addClient(anna, { firstName: "Ida", lastName: "Moss", city: "Albany" });
  const master = await stage.member(anna, "master");
  await stage.join(master, other);
  const page = await master.open(`/clients/${client}`);
  await type(page);
  return { page, other, client, saved: async () => (await openClient(anna, client)).city };
}

async function type(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Edit" }).click();
  await city(page).click();
  await city(page).fill("Boston");
}

const leave: Record<string, (play: Play) => Promise<unknown>> = {
  "a link": ({ page }) => page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Codes Setup" }).click(),
  "the Provider drop-down": async ({ page, other }) => {
    await page.getByRole("button", { name: /^Provider: / }).click();
    await page.getByRole("option", { name: other.account.providerName }).click();
  },
  Back: ({ page }) => page.evaluate(() => history.back()),
  "signing out": async ({ page }) => {
    await page.getByRole("button", { name: /^Signed in as / }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
  },
};

const arrived: Record<string, (play: Play) => Promise<unknown>> = {
  "a link": ({ page }) => page.waitForURL(/codes-setup\/diagnosis-codes/),
  "the Provider drop-down": ({ page, other }) => page.waitForURL((url) => url.pathname === `/p/${other.account.id}/clients`),
  Back: ({ page, client }) => page.waitForURL(`**/clients/${client}`),
  "signing out": ({ page }) => page.waitForURL("**/sign-in"),
};

for (const [way, go] of Object.entries(leave)) {
  for (const answer of answers) {
    test(`5: leaving with unsaved changes by ${way} asks, and ${answer} does that`, async ({ stage }) => {
      const played = await play(stage);
      const { page, saved } = played;
      await go(played);
      await question(page).getByText("Leave without saving?").waitFor();
      if (way === "a link" && answer === "Save") {
        await axe(page);
        await shot(page, "unsaved");
      }
      await question(page).getByRole("button", { name: answer, exact: true }).click();
      await question(page).waitFor({ state: "hidden" });
      if (answer === "Stay") {
        expect(page.url()).toContain("/edit");
        expect(await city(page).inputValue()).toBe("Boston");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Boston").waitFor();
        return;
      }
      await arrived[way]?.(played);
      expect(await saved()).toBe(answer === "Save" ? "Boston" : "Albany");
    });
  }
}

// The browser asks by itself whether to leave; whoever stays is asked the rest.
async function close(page: Page, isLeaving: boolean): Promise<void> {
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await (isLeaving ? dialog.accept() : dialog.dismiss());
}

test("5: closing the tab with unsaved changes asks; leaving discards them", async ({ stage }) => {
  const { page, saved } = await play(stage);
  const closed = page.waitForEvent("close");
  await close(page, true);
  await closed;
  expect(await saved()).toBe("Albany");
});

for (const answer of answers) {
  test(`5: whoever does not close the tab is asked, and ${answer} does that`, async ({ stage }) => {
    const { page, saved } = await play(stage);
    await close(page, false);
    await question(page).getByText("Close the tab without saving?").waitFor();
    await question(page).getByRole("button", { name: answer, exact: true }).click();
    await question(page).waitFor({ state: "hidden" });
    expect(page.url()).toContain("/edit");
    expect(await city(page).inputValue()).toBe(answer === "Discard" ? "Albany" : "Boston");
    await expect.poll(saved).toBe(answer === "Save" ? "Boston" : "Albany");
    if (answer === "Stay") return;
    const closed = page.waitForEvent("close");
    await page.close({ runBeforeUnload: true });
    await closed;
  });
}

test("5: a save that is refused while leaving keeps the page and what was typed", async ({ stage }) => {
  const played = await play(stage);
  const { page, saved } = played;
  await page.getByRole("textbox", { name: "ZIP code" }).fill("12");
  await leave["a link"]?.(played);
  await question(page).getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Use five or nine digits").waitFor();
  expect(page.url()).toContain("/edit");
  expect(await city(page).inputValue()).toBe("Boston");
  expect(await saved()).toBe("Albany");
});

test("30: a save without a network keeps what was typed and offers to try again", async ({ stage }) => {
  stage.watch.allow(/ERR_FAILED|ERR_INTERNET|Failed to load resource/, "the test cuts the line");
  const { page, saved } = await play(stage);
  await page.route("**/graphql", (route) => route.abort());
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("alert").getByText("Nothing was lost").waitFor();
  await axe(page);
  expect(await city(page).inputValue()).toBe("Boston");
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Retry" }).click();
  await page.getByRole("heading", { name: "Ida Moss", level: 1 }).waitFor();
  await expect.poll(saved).toBe("Boston");
});

test("a level that is lowered while somebody types leaves what was typed, and no way to save it", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const { id } = await addClient(anna, { firstName: "Ida", lastName: "Moss", city: "Albany" });
  const desk = await stage.member(anna, "desk", { CLIENTS: "FULL" });
  const page = await desk.open(`/clients/${id}/edit`);
  await city(page).fill("Boston");
  await setLevel(stage, anna, desk.username, "CLIENTS", "VIEW");
  const save = page.getByRole("button", { name: "Save" });
  await expect.poll(() => save.getAttribute("aria-disabled")).toBe("true");
  expect(await city(page).inputValue()).toBe("Boston");
  await setLevel(stage, anna, desk.username, "CLIENTS", "FULL");
  await expect.poll(() => save.getAttribute("aria-disabled")).toBe(null);
  await save.click();
  await page.getByText("Boston").waitFor();
});
