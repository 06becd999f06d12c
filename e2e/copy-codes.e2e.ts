import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addBilling, addDiagnosis, addPayer, carryOn, entries, entry, group, held, path, plan, result } from "./steps/copyCodes";

const all = ["Diagnosis Codes", "Billing Codes", "Insurance Payers"];

test("23: the preview lists new, conflict and identical for each account, nothing is written before Copy Now, and the result equals it", async ({ stage }) => {
  const { anna, ben, cleo, master } = await group(stage);
  await addDiagnosis(anna, "F41.1", "Anxiety");
  await addDiagnosis(anna, "F10.20", "Alcohol");
  await addBilling(anna, "02011", "Talk", 9000);
  await addPayer(anna, "Maple", "LX101");
  await addDiagnosis(ben, "f411", "Worry");
  await addPayer(ben, "Maple", "LX101");
  const before = { ben: await held(stage, ben), cleo: await held(stage, cleo) };

  const page = await master.open(path);
  await page.getByText("Choose at least one account to copy to.").last().waitFor();
  await shot(page, "copy-plan");
  await plan(page, [ben, cleo], all);
  await carryOn(page);
  await entry(page, "F41.1").getByText("Conflict", { exact: true }).waitFor();
  await entry(page, "F10.20").getByText("New", { exact: true }).waitFor();
  await entry(page, "Maple").getByText("Identical", { exact: true }).waitFor();
  expect(await entries(page).getByText("Missed Session").count()).toBe(0);
  expect(await entries(page).getByRole("checkbox", { name: /F10.20/ }).isChecked()).toBe(true);
  expect(await entries(page).getByRole("checkbox", { name: /Maple/ }).isDisabled()).toBe(true);
  await axe(page);
  await shot(page, "copy-entries");
  await page.getByRole("link", { name: new RegExp(cleo.account.providerName) }).click();
  await entry(page, "F41.1").getByText("New", { exact: true }).waitFor();
  await entries(page).getByText("F10.20").click();
  await page.getByText("5 to create, 0 to replace").waitFor();
  expect(await held(stage, ben)).toEqual(before.ben);
  expect(await held(stage, cleo)).toEqual(before.cleo);

  await page.getByRole("button", { name: "Copy Now" }).click();
  await result(page, ben).getByText("1 identical, 1 kept theirs").waitFor();
  await result(page, cleo).getByText("1 not ticked").waitFor();
  await axe(page);
  await shot(page, "copy-result");
  expect((await held(stage, ben)).filter((line) => !before.ben.includes(line))).toEqual(["F10.20 Alcohol v1", "02011 Talk 0 v1"]);
  expect(await held(stage, ben)).toEqual(expect.arrayContaining(before.ben));
  expect((await held(stage, cleo)).filter((line) => !before.cleo.includes(line))).toEqual(["F41.1 Anxiety v1", "02011 Talk 0 v1", "Maple LX101 v1"]);
});

test("24: nothing moves, nothing is replaced unless one says so, and charges cross only when asked for", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  await addBilling(anna, "02011", "Talk", 9000);
  await addBilling(anna, "02012", "Long talk", 12000);
  await addBilling(ben, "02011", "Talking", 7000);
  await addBilling(ben, "02012", "Longer talk", 8000);
  const source = await held(stage, anna);

  const page = await master.open(path, { phone: true });
  await plan(page, [ben], ["Billing Codes"]);
  await page.getByText("Include charges", { exact: true }).click();
  await carryOn(page);
  const conflict = entry(page, "02011");
  await conflict.getByRole("cell", { name: "$70.00" }).waitFor();
  await conflict.getByRole("cell", { name: "$90.00" }).waitFor();
  await conflict.getByRole("cell", { name: "Talking" }).waitFor();
  expect(await conflict.getByRole("radio", { name: "Keep theirs" }).isChecked()).toBe(true);
  expect(await page.getByRole("button", { name: "Copy Now" }).getAttribute("aria-disabled")).toBe("true");
  await conflict.getByText("Replace", { exact: true }).click();
  await page.getByText("0 to create, 1 to replace").waitFor();
  await noSidewaysScroll(page, 320);
  await axe(page);
  await page.getByRole("button", { name: "Copy Now" }).click();
  await result(page, ben).getByText("1 kept theirs").waitFor();
  await noSidewaysScroll(page, 320);

  expect(await held(stage, anna)).toEqual(source);
  const now = await held(stage, ben);
  expect(now).toContain("02011 Talk 9000 v2");
  expect(now).toContain("02012 Longer talk 8000 v1");
});

test("23: what has changed since the preview is shown again, with the other choices kept", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  const { addDiagnosisCode } = await addDiagnosis(anna, "F41.1", "Anxiety");
  await addDiagnosis(anna, "F10.20", "Alcohol");
  await addDiagnosis(anna, "F33.1", "Low mood");
  await addDiagnosis(ben, "F33.1", "Depression");
  const before = await held(stage, ben);
  const page = await master.open(path);
  await plan(page, [ben], ["Diagnosis Codes"]);
  await carryOn(page);
  await entry(page, "F33.1").getByText("Replace", { exact: true }).click();
  await entries(page).getByRole("checkbox", { name: /F10.20/ }).uncheck({ force: true });

  const { id, version } = addDiagnosisCode.diagnosisCode;
  await anna.api("EditDiagnosisCode", { account: anna.account.id, id, version, input: { code: "F41.1", codeSet: "ICD-10-CM", description: "Anxiety, generalised" } });
  await page.getByRole("button", { name: "Copy Now" }).click();
  await page.getByRole("alert").getByText("Nothing was copied").waitFor();
  await entry(page, "Anxiety, generalised").getByText("Changed since you looked").waitFor();
  expect(await entry(page, "F33.1").getByRole("radio", { name: "Replace" }).isChecked()).toBe(true);
  expect(await entries(page).getByRole("checkbox", { name: /F10.20/ }).isChecked()).toBe(false);
  expect(await held(stage, ben)).toEqual(before);
  await axe(page);
  await shot(page, "copy-stale");

  await page.getByRole("button", { name: "Copy Now" }).click();
  await result(page, ben).getByText("1 not ticked").waitFor();
  expect((await held(stage, ben)).filter((line) => !before.includes(line))).toEqual(["F33.1 Low mood v2", "F41.1 Anxiety, generalised v1"]);
});

test("23, 30: a copy that failed for one account is sent again without doing the others twice", async ({ stage }) => {
  const { anna, ben, cleo, master } = await group(stage);
  await addDiagnosis(anna, "F41.1", "Anxiety");
  const page = await master.open(path);
  await plan(page, [ben, cleo], ["Diagnosis Codes"]);
  await carryOn(page);
  stage.watch.allow(/ERR_FAILED/, "the line is cut for one copy, after the server has made it");
  const sent: string[] = [];
  await page.route("**/graphql", async (route) => {
    const { operationName, variables } = route.request().postDataJSON() as { operationName: string; variables: { to: string; input: { job: string } } };
    if (operationName !== "CopyCodes") return route.fallback();
    sent.push(`${variables.to} ${variables.input.job}`);
    if (variables.to !== cleo.account.id || sent.length > 2) return route.fallback();
    await route.fetch();
    return route.abort();
  });
  await page.getByRole("button", { name: "Copy Now" }).click();
  await result(page, cleo).getByRole("alert").getByText("could not be reached").waitFor();
  await result(page, ben).getByText("Copied from").waitFor();
  await result(page, cleo).getByRole("button", { name: "Retry" }).click();
  await result(page, cleo).getByText("Copied from").waitFor();
  expect(sent).toHaveLength(3);
  expect(sent[2]).toBe(sent[1]);
  expect((await held(stage, cleo)).filter((line) => line.startsWith("F41"))).toEqual(["F41.1 Anxiety v1"]);
});
