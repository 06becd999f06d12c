import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";

// Exports the report that is shown, and gives the file's text.
export async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const saved = join(await mkdtemp(join(tmpdir(), "lanyard-report-")), "report.csv");
  await (await download).saveAs(saved);
  return readFile(saved, "utf8");
}
