import { axe } from "./harness/axe";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addDiagnosis, carryOn, entry, group, held, path, plan, result } from "./steps/copyCodes";

// What there is, whatever has been counted since.
const without = (lines: readonly string[]) => lines.map((line) => line.replace(/ v\d+$/, ""));

test("24: undo takes the whole copy back, and leaves what was changed since, saying why", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  await addDiagnosis(anna, "F10.20", "Alcohol");
  await addDiagnosis(anna, "F41.1", "Anxiety");
  await addDiagnosis(ben, "F41.1", "Worry");
  const before = { anna: await held(stage, anna), ben: await held(stage, ben) };
  const page = await master.open(path);
  const copy = async () => {
    await carryOn(page);
    await entry(page, "F41.1").getByText("Replace", { exact: true }).click();
    await page.getByRole("button", { name: "Copy Now" }).click();
    await result(page, ben).getByText("Copied from").waitFor();
  };
  await plan(page, [ben], ["Diagnosis Codes"]);
  await copy();
  expect(without(await held(stage, ben))).toContain("F41.1 Anxiety");
  await page.getByRole("button", { name: "Undo this copy" }).click();
  await result(page, ben).getByText("1 removed, 1 as before the copy.").waitFor();
  expect(without(await held(stage, ben))).toEqual(without(before.ben));
  await axe(page);
  await shot(page, "copy-undone");

  await page.getByRole("button", { name: "Copy more" }).click();
  await plan(page, [ben], ["Diagnosis Codes"]);
  await copy();
  interface Codes {
    account: { diagnosisCodes: { nodes: { id: string; code: string; version: number }[] } };
  }
  const { account } = await stage.query<Codes>(ben, "query($id: ID!) { account(id: $id) { diagnosisCodes { nodes { id code version } } } }", { id: ben.account.id });
  const copied = account.diagnosisCodes.nodes.find(({ code }) => code === "F10.20");
  await ben.api("EditDiagnosisCode", { account: ben.account.id, id: copied?.id, version: copied?.version, input: { code: "F10.20", codeSet: "ICD-10-CM", description: "Ben's own" } });
  await page.getByRole("button", { name: "Undo this copy" }).click();
  await result(page, ben).getByText("0 removed, 1 as before the copy.").waitFor();
  await result(page, ben).getByText("It was changed since the copy.").waitFor();
  expect(without(await held(stage, ben))).toContain("F10.20 Ben's own");
  expect(await held(stage, anna)).toEqual(before.anna);
});

test("24: the latest copies to an account stand on its page, and are undone from there", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  await addDiagnosis(anna, "F41.1", "Anxiety");
  const before = await held(stage, ben);
  const page = await master.open(path);
  await page.getByText("Nothing was copied to this account yet").waitFor();
  await plan(page, [ben], ["Diagnosis Codes"]);
  await carryOn(page);
  await page.getByRole("button", { name: "Copy Now" }).click();
  await result(page, ben).getByText("Copied from").waitFor();

  const there = await master.open(path, { account: ben.account });
  const copies = there.getByRole("region", { name: `Copies to ${ben.account.providerName}` });
  await copies.getByText(`${master.username} copied from ${anna.account.providerName}`).waitFor();
  await axe(there);
  await shot(there, "copies");
  await copies.getByRole("button", { name: /^Undo this copy/ }).click();
  await copies.getByText("1 removed, 0 as before the copy.").waitFor();
  await there.reload();
  await copies.getByText(/^Undone /).waitFor();
  expect(await held(stage, ben)).toEqual(before);
});

test("24: a copy can be undone later, from its entry in the log of the account that was copied to", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  await addDiagnosis(anna, "F41.1", "Anxiety");
  const page = await master.open(path);
  await plan(page, [ben], ["Diagnosis Codes"]);
  await carryOn(page);
  await page.getByRole("button", { name: "Copy Now" }).click();
  await result(page, ben).getByText("Copied from").waitFor();

  const log = (await ben.open("/activity-log?code=codes.copy.done")).getByRole("main");
  await log.getByRole("button", { name: "copied 1 code from another account to this one" }).click();
  const undo = log.getByRole("button", { name: "Undo this copy" });
  await undo.waitFor();
  await axe(log.page());
  await undo.click();
  await log.getByText("1 removed").waitFor();
  expect((await held(stage, ben)).filter((line) => line.startsWith("F41.1"))).toEqual([]);

  const source = await anna.open("/activity-log?code=codes.copy.done");
  await source.getByRole("button", { name: "copied 1 code from this account to another" }).click();
  await source.getByText("Link to this entry").waitFor();
  expect(await source.getByRole("button", { name: "Undo this copy" }).count()).toBe(0);
});
