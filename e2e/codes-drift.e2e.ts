import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addBilling, addDiagnosis, carryOn, group, path, plan } from "./steps/copyCodes";

test("Copy Codes: what differs between two accounts is told file by file, entry by entry, and copied from there", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  const provider = anna.account.providerName;
  await addBilling(anna, "90834", "Talk", 13_500);
  await addBilling(ben, "90834", "Talk", 14_000);
  await addBilling(ben, "90837", "Long talk", 18_000);
  await addDiagnosis(anna, "F41.1", "Anxiety");
  await addDiagnosis(ben, "F41.1", "Anxiety");
  const page = await master.open(path);
  await plan(page, [ben], []);
  await page.getByRole("button", { name: "Compare" }).click();
  const drift = page.getByRole("region", { name: `${ben.account.providerName} compared with ${provider}` });
  await drift.getByText(`differs from ${provider} in 1 charge; 1 entry only ${ben.account.providerName} has`).waitFor();
  await drift.getByText("The same in both: Diagnosis Codes").waitFor();
  expect(await page.getByText("Copy To is missing.").count()).toBe(0);
  await axe(page);
  await shot(page, "codes-drift-summary");
  await page.setViewportSize({ width: 390, height: 844 });
  await noSidewaysScroll(page, 320);
  await page.setViewportSize({ width: 1440, height: 900 });

  await drift.getByRole("button", { name: "Show what differs in Billing Codes" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("row").filter({ hasText: "90834" }).getByText("$140.00").waitFor();
  await dialog.getByRole("row").filter({ hasText: "90837" }).getByText("(none)").waitFor();
  await axe(page);
  await shot(page, "codes-drift");
  await dialog.getByRole("link", { name: "Copy from there" }).click();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => page.getByRole("checkbox", { name: "Billing Codes" }).isChecked()).toBe(true);
  await carryOn(page);
  await page.getByText("$135.00").first().waitFor();
});

test("Codes Setup: a file is compared with that of an account that is chosen; who may see no other is not asked", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  await addDiagnosis(ben, "F41.1", "Anxiety");
  const page = await master.open("/codes-setup", { account: ben.account });
  await page.getByRole("button", { name: "Compare" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Compare with/ }).click();
  await page.getByRole("option", { name: anna.account.providerName }).click();
  await dialog.getByText(`1 entry only ${ben.account.providerName} has`).waitFor();
  await axe(page);
  const own = await ben.open("/codes-setup");
  await own.getByText("Anxiety").waitFor();
  expect(await own.getByRole("button", { name: "Compare" }).count()).toBe(0);
});
