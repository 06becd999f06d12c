import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { test as base, inject } from "vitest";
import { Stage } from "./stage";

export { expect } from "vitest";

let connection: Promise<Browser> | undefined;
const browser = () => (connection ??= chromium.connect(inject("browser")));

// A test has a stage. Whatever its pages did that none may do fails it afterwards.
export const test = base.extend<{ stage: Stage }>({
  stage: async ({ task }, use) => {
    const stage = new Stage(await browser(), inject("server"));
    await use(stage);
    if (task.result?.state === "fail") {
      // Vitest says nothing of a try that failed where the next one passes.
      for (const { message } of task.result.errors ?? []) console.error(message);
      await photograph(stage, task.name);
    }
    await stage.end();
    const troubles = stage.watch.troubles();
    if (troubles.length > 0) throw new Error(`on the pages of this test:\n  ${troubles.join("\n  ")}`);
  },
});

// What a failed test saw last.
async function photograph(stage: Stage, name: string): Promise<void> {
  const folder = join(import.meta.dirname, "../../bin/failed");
  mkdirSync(folder, { recursive: true });
  for (const [index, page] of stage.pages().entries()) {
    const path = join(folder, `${name.replace(/\W+/g, "-").slice(0, 80)}-${index + 1}.png`);
    await page.screenshot({ path }).catch(() => undefined);
    console.error(`${page.url()} looked like ${path}`);
  }
}
