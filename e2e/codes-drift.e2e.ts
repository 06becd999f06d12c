import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addDiagnosis, carryOn, group, path, plan, result } from "./steps/copyCodes";

test("Codes Setup: what differs from the account it was copied from is told field by field, and copied again from there", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  const { addDiagnosisCode } = await addDiagnosis(anna, "F41.1", "Anxiety");
  await addDiagnosis(anna, "F10.20", "Alcohol");
  const page = await master.open(path);
  await plan(page, [ben], ["Diagnosis Codes"]);
  await carryOn(page);
  await page.getByRole("button", { name: "Copy Now" }).click();
  await result(page, ben).getByText("Copied from").waitFor();
  await result(page, ben).getByRole("link", { name: "Diagnosis Codes" }).click();

  const compare = page.getByRole("button", { name: `Compare with ${anna.account.providerName}` });
  const dialog = page.getByRole("dialog");
  await compare.click();
  await dialog.getByText("All 2 entries that were copied from there are the same.").waitFor();
  await axe(page);
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();

  const { id, version } = addDiagnosisCode.diagnosisCode;
  await anna.api("EditDiagnosisCode", { account: anna.account.id, id, version, input: { code: "F41.1", codeSet: "ICD-10-CM", description: "Anxiety, generalised" } });
  await compare.click();
  await dialog.getByText("1 entry of 2 differs").waitFor();
  await dialog.getByText("(Description: 1)").waitFor();
  await dialog.getByRole("row").filter({ hasText: "F41.1" }).getByText("Anxiety, generalised").waitFor();
  await axe(page);
  await shot(page, "codes-drift");
  await page.setViewportSize({ width: 390, height: 844 });
  await noSidewaysScroll(page, 320);
  await page.setViewportSize({ width: 1440, height: 900 });

  await dialog.getByRole("link", { name: "Copy again" }).click();
  await page.getByRole("group", { name: "Files to copy" }).waitFor();
  expect(await page.getByRole("checkbox", { name: "Diagnosis Codes" }).isChecked()).toBe(true);
  await carryOn(page);
  await page.getByRole("cell", { name: "Anxiety, generalised" }).waitFor();
});

test("6: an account that may not be looked into is not offered for comparing", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  await addDiagnosis(anna, "F41.1", "Anxiety");
  const page = await master.open(path);
  await plan(page, [ben], ["Diagnosis Codes"]);
  await carryOn(page);
  await page.getByRole("button", { name: "Copy Now" }).click();
  await result(page, ben).getByText("Copied from").waitFor();
  const own = await ben.open("/codes-setup");
  await own.getByText("Copied from another account").waitFor();
  expect(await own.getByRole("button", { name: /^Compare with/ }).count()).toBe(0);
});
