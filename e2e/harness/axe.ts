import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { settled } from "./settled";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// A tooltip belongs to its control, wherever it lies on the page; the others are those of axe itself.
const regionMatcher = "dialog, [role=dialog], [role=alertdialog], svg, [role=tooltip]";
const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Expects that no colour of the page in the dark theme is against WCAG 2.2 AA: all else is the same there.
export async function axeInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await axe(page, ["color-contrast"]);
  await page.emulateMedia({ colorScheme: "light" });
}

// Expects that nothing on the page is against WCAG 2.2 AA. Scripts of evaluate() are not stopped
// by the content security policy. Rules: these alone.
export async function axe(page: Page, rules?: string[]): Promise<void> {
  await settled(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const checks = { region: { options: { regionMatcher } } };
  const options: RunOptions & { checks: object } = { runOnly: rules ?? everything, resultTypes: ["violations"], checks };
  const results = await page.evaluate<AxeResults, RunOptions>((given) => {
    const injected = window as unknown as { axe: { run(of: object, given: RunOptions): Promise<AxeResults> } };
    // React Aria reads a button that was pending out once more, by a reference to it that it keeps
    // for seconds: by then the button may be gone.
    return injected.axe.run({ exclude: ["[data-live-announcer] [role=img]"] }, given);
  }, options);
  const found = results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
  expect(found, page.url()).toEqual([]);
}
