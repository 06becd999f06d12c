import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download, Page } from "playwright-core";

// Exports the report that is shown, and gives the file's text.
export async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  return textOf(await download);
}

// The text of a file that was handed to the browser's downloads.
export async function textOf(download: Download): Promise<string> {
  const saved = join(await mkdtemp(join(tmpdir(), "lanyard-report-")), "file");
  await download.saveAs(saved);
  return readFile(saved, "utf8");
}
