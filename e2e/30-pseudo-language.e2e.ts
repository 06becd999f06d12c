import { settled } from "./harness/settled";
import { expect, test } from "./harness/test";
import { busy, pathOf, routes } from "./steps/everyRoute";

test("30: in the pseudo-language nothing is left in English", async ({ stage }) => {
  const { master, ids } = await busy(stage);
  const page = await master.open("/");
  const left: Record<string, string[]> = {};
  for (const route of routes) {
    await page.goto(`/p/${master.account.id}${pathOf(route, ids)}?pseudo`);
    await settled(page);
    const bodies = await stage.watch.bodies(page);
    // A sentence of the server, such as why something may not be done, is shown as it came.
    const isTold = (text: string) => text.endsWith(".") && bodies.some((body) => body.includes(JSON.stringify(text)));
    const found = (await page.evaluate(english)).filter((text) => !isTold(text));
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
