import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { AddClientMutation } from "../frontend/src/gen/types";
import { axe, axeInTheDark } from "./harness/axe";
import { expectNoJump, noSidewaysScroll } from "./harness/layout";
import type { Person } from "./harness/person";
import { settled } from "./harness/settled";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";
import { addSession } from "./steps/clientSessions";
import { writeNote } from "./steps/notes";
import { addBilling, addDiagnosis, addPayer } from "./steps/copyCodes";

const folder = join(import.meta.dirname, "../frontend/src/routes");
const names = readdirSync(folder).map((file) => file.replace(/\.tsx$/, ""));

// The pages of an account, from the routes themselves: a new one is among them by itself. What only
// frames others has an index of its own.
const routes = names
  .filter((name) => name.startsWith("p.$account.") && !names.includes(`${name}.index`))
  .map((name) => name.replace(/^p\.\$account/, "").replaceAll(".", "/").replace(/\/index$/, ""));

const pathOf = (route: string, { client, session, note }: Ids) =>
  route.replace("$client", client).replace("$session", session).replace("$note", note);

interface Ids {
  client: string;
  session: string;
  note: string;
}

// A master username with a little of everything to look at.
async function busy(stage: Stage): Promise<{ master: Person; ids: Ids }> {
  const [anna, ben] = await Promise.all([stage.provider("anna"), stage.provider("ben")]);
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  await addDiagnosis(anna, "F41.1", "Generalized anxiety disorder");
  await addBilling(anna, "90834", "Session of 45 minutes", 13_500);
  await addPayer(anna, "Maple Hollow Mutual Health", "LX101");
  const input = { firstName: "Wilhelmina", lastName: "Featherstonehaugh-Cholmondeley", email: "w@example.com" };
  const { addClient } = await anna.api<AddClientMutation>("AddClient", { account: anna.account.id, input });
  const client = addClient?.client?.id ?? "";
  const { id: note } = await writeNote(anna, client, { body: "Slept well." });
  return { master, ids: { client, session: await addSession(anna, client), note } };
}

async function look(page: Page, of: Person, route: string, phone: boolean): Promise<void> {
  const where = `${route} at ${page.viewportSize()?.width}`;
  await axe(page);
  if (!phone) await axeInTheDark(page); // a phone has the same colours
  await expect.poll(() => page.title(), { message: where }).toContain(of.account.providerName);
  expect(await page.title(), where).toContain(of.username);
  expect(await page.getByRole("heading", { level: 1 }).count(), where).toBe(1);
  await expectNoJump(page, where);
  if (!phone) return;
  await noSidewaysScroll(page);
  await noSidewaysScroll(page, 320);
}

for (const phone of [false, true]) {
  test(`29, 30: every page on a ${phone ? "phone" : "laptop"}: no barrier in light and dark, fits, does not jump`, async ({ stage }) => {
    const { master, ids } = await busy(stage);
    const context = (await master.open("/", { phone })).context();
    const wrong: Record<string, string> = {};
    for (const route of routes) {
      const page = await stage.tab(context, `/p/${master.account.id}${pathOf(route, ids)}`);
      // All of them are looked at, and told together.
      await look(page, master, route, phone).catch((error) => (wrong[route] = String(error.message ?? error)));
      await page.close();
    }
    expect(wrong).toEqual({});
  });
}

test("29: signing in and up has no barrier, in light and dark, and fits", async ({ stage }) => {
  for (const path of ["/sign-in", "/sign-up"]) {
    for (const phone of [false, true]) {
      const page = await stage.open(path, { phone });
      await axe(page);
      await expectNoJump(page, path);
      if (!phone) {
        await axeInTheDark(page);
        continue;
      }
      await noSidewaysScroll(page);
      await noSidewaysScroll(page, 320);
    }
  }
});

test("30: in the pseudo-language nothing is left in English", async ({ stage }) => {
  const { master, ids } = await busy(stage);
  const page = await master.open("/");
  const left: Record<string, string[]> = {};
  for (const route of routes) {
    await page.goto(`/p/${master.account.id}${pathOf(route, ids)}?pseudo`);
    await settled(page);
    const found = await page.evaluate(english);
    if (found.length > 0) left[route] = found;
  }
  expect(left).toEqual({});
});

// Runs in the page: what can be read or heard, was not translated, and is not somebody's own words.
function english(): string[] {
  const untranslated = (text: string): string => {
    const rest = text.replace(/⟦[^⟦⟧]*⟧/g, "");
    return rest === text ? rest : untranslated(rest);
  };
  // Dates are written by the browser, in the language of the app.
  const isDay = (text: string) => /^(\w+day, )?\w+ (\d+, )?\d{4}$|^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/.test(text);
  const isOurs = (text: string) => /\p{L}/u.test(untranslated(text)) && !isDay(text);
  const isData = (element: Element | null) => element?.closest("[translate=no], [aria-hidden=true], kbd, time, script, style, noscript") !== null;
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    // A sentence is one text with the data that stands in it.
    const text = (parent?.querySelector(":scope > bdi") ? parent : walker.currentNode).textContent ?? "";
    if (isOurs(text) && !isData(parent)) texts.push(text.trim());
  }
  for (const element of document.querySelectorAll("[aria-label], [placeholder]")) {
    for (const name of ["aria-label", "placeholder"]) {
      const text = element.getAttribute(name) ?? "";
      if (isOurs(text) && !isData(element)) texts.push(`${name}: ${text}`);
    }
  }
  return [...new Set(texts)];
}
