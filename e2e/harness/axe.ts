import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { settled } from "./settled";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

// Expects that nothing on the page is against WCAG 2.2 AA. Scripts of evaluate() are not stopped
// by the content security policy.
export async function axe(page: Page): Promise<void> {
  await settled(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const results = await page.evaluate<AxeResults, RunOptions>((given) => {
    const injected = window as unknown as { axe: { run(of: Document, given: RunOptions): Promise<AxeResults> } };
    return injected.axe.run(document, given);
  }, options);
  const found = results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
  expect(found, page.url()).toEqual([]);
}
