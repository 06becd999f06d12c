import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addBilling } from "./steps/copyCodes";

const dialog = (page: Page) => page.getByRole("dialog");
const start = (page: Page) => dialog(page).getByRole("button", { name: "Import", exact: true });

async function choose(page: Page, csv: string | Buffer): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await dialog(page).getByRole("button", { name: /^Choose/ }).click();
  await (await chooser).setFiles({ name: "codes.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
}

const number = (page: Page, label: string) => dialog(page).locator("dl > div").filter({ hasText: label }).locator("dd");

test("Codes Setup: a CSV file is compared, mended by line and column, and imported whole", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await addBilling(anna, "02011", "Talk", 9000);
  const page = await anna.open("/codes-setup/billing-codes");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await dialog(page).getByText("Its first line names the columns").waitFor();
  await axe(page);
  await choose(page, Buffer.from("Code,Description\n02012,Caf\xe9\n", "latin1"));
  await dialog(page).getByText("This file is not in UTF-8").waitFor();

  await choose(page, "Code,Description,Default charge\r\n02011,Talk,95\r\n2012,Long talk,free\r\n");
  await dialog(page).getByText("1 thing is to be mended in the file").waitFor();
  const fault = dialog(page).getByRole("row").filter({ hasText: "Default charge" });
  await fault.getByText("Enter an amount such as 135.00.").waitFor();
  await fault.getByText("Line 3", { exact: true }).waitFor();
  expect(await start(page).getAttribute("aria-disabled")).toBe("true");
  await axe(page);
  await shot(page, "import-faults");

  await choose(page, "Code,Description,Default charge\r\n02011,Talk,95\r\n02012,Long talk,$120.50\r\n");
  await expect.poll(() => number(page, "New").textContent()).toBe("1");
  await expect.poll(() => number(page, "Changed").textContent()).toBe("1");
  await shot(page, "import-preview");
  await start(page).click();
  await page.getByText("Imported: 1 new, 1 changed.").waitFor();
  await page.getByRole("row").filter({ hasText: "Long talk" }).getByText("$120.50").waitFor();
  await page.getByRole("row").filter({ hasText: "02011" }).getByText("$95.00").waitFor();
});

test("Codes Setup: what has changed since the preview is compared again before it is imported", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/codes-setup/modifiers");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await choose(page, "Code,Description\nGT,By video\n");
  await expect.poll(() => number(page, "New").textContent()).toBe("1");
  await anna.api("AddModifier", { account: anna.account.id, input: { code: "GT", description: "Video" } });
  await start(page).click();
  await dialog(page).getByRole("alert").getByText("Nothing was imported").waitFor();
  await expect.poll(() => number(page, "Changed").textContent()).toBe("1");
  await axe(page);
  await start(page).click();
  await page.getByRole("row").filter({ hasText: "By video" }).waitFor();
});

test("27: an export is safe to open, comes back as it was, and is in the log with its number of rows", async ({ stage }) => {
  const anna = await stage.provider("anna");
  for (const [code, description] of [["GT", "=HYPERLINK(\"http://example.com\")"], ["95", "Video, and sound"]]) {
    await anna.api("AddModifier", { account: anna.account.id, input: { code, description } });
  }
  const page = await anna.open("/codes-setup/modifiers");
  await page.getByRole("row").filter({ hasText: "GT" }).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const saved = join(await mkdtemp(join(tmpdir(), "lanyard-export-")), "modifiers.csv");
  await (await download).saveAs(saved);
  const csv = await readFile(saved, "utf8");
  expect(csv).toBe('\uFEFFCode,Description,Active\r\n95,"Video, and sound",yes\r\nGT,"\'=HYPERLINK(""http://example.com"")",yes\r\n');
  await page.getByText("2 entries exported").waitFor();

  await page.getByRole("button", { name: "Import", exact: true }).click();
  await choose(page, csv);
  await dialog(page).getByText("Everything in this file is here already.").first().waitFor();
  await expect.poll(() => number(page, "As they are").textContent()).toBe("2");
  await page.goto(`/p/${anna.account.id}/activity-log`);
  await page.getByText(`${anna.username} exported 2 codes to a CSV file`).first().waitFor();
});

test("6: exporting needs Reports & Exports, importing Full Access to Codes Setup; both say why", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const reader = await stage.member(anna, "reader", { CODES_SETUP: "VIEW", REPORTS: "VIEW" });
  const page = await reader.open("/codes-setup/modifiers", { phone: true });
  await page.getByText("This account has no modifiers yet").waitFor();
  for (const name of ["Import", "Export"]) {
    expect(await page.getByRole("button", { name, exact: true }).getAttribute("aria-disabled"), name).toBe("true");
  }
  await noSidewaysScroll(page, 320);
  await axe(page);
});
