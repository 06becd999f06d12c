import { axe } from "./harness/axe";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addBilling, addDiagnosis, carryOn, entries, entry, group, path, plan } from "./steps/copyCodes";

test("23: only accounts whose level suffices are offered, the others with the reason; Codes Setup alone is enough", async ({ stage }) => {
  const [anna, ben] = await Promise.all([stage.provider("anna"), stage.provider("ben")]);
  const biller = await stage.member(anna, "biller");
  await stage.join(biller, ben);
  await addDiagnosis(anna, "F41.1", "Anxiety");
  interface Usernames {
    account: { usernames: { id: string; version: number; username: string }[] };
  }
  const lower = async (owner: typeof anna, levels: [string, string][]) => {
    const { account } = await stage.query<Usernames>(owner, "query($id: ID!) { account(id: $id) { usernames { id version username } } }", { id: owner.account.id });
    const link = account.usernames.find(({ username }) => username === biller.username);
    await stage.query(owner, "mutation($id: ID!, $input: [SetPrivilegesInput!]!) { setPrivileges(account: $id, input: $input) { links { id } } }", {
      id: owner.account.id,
      input: [{ link: link?.id, version: link?.version, levels: levels.map(([section, level]) => ({ section, level })) }],
    });
  };
  await lower(anna, [["CODES_SETUP", "VIEW"], ["ACCOUNT_ACCESS", "NONE"]]);
  await lower(ben, [["ACCOUNT_ACCESS", "NONE"]]);

  const page = await biller.open(path);
  await page.getByRole("heading", { name: "Copy Codes to Another Account", level: 1 }).waitFor();
  expect(await page.getByRole("link", { name: "Username Privileges" }).count()).toBe(0);
  const targets = page.getByRole("group", { name: "Copy To" });
  expect(await targets.getByRole("checkbox").count()).toBe(1);
  await axe(page);
  await plan(page, [ben], ["Diagnosis Codes"]);
  await carryOn(page);
  await entry(page, "F41.1").getByText("New", { exact: true }).waitFor();

  const other = await biller.open(path, { account: ben.account });
  await other.getByText("View Only to Codes Setup there; copying to it needs Full Access").waitFor();
  await axe(other);
});

test("23: Back goes back to step 1 with all as it was, and the choices are kept; a reload stays where one was", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  await addDiagnosis(anna, "F41.1", "Anxiety");
  await addDiagnosis(anna, "F10.20", "Alcohol");
  const page = await master.open(path);
  await plan(page, [ben], ["Diagnosis Codes"]);
  await carryOn(page);
  const box = entries(page).getByRole("checkbox", { name: /F10.20/ });
  await box.uncheck({ force: true });
  await page.goBack();
  const files = page.getByRole("group", { name: "Files to copy" });
  await files.waitFor();
  expect(await files.getByRole("checkbox", { name: "Diagnosis Codes" }).isChecked()).toBe(true);
  await carryOn(page);
  await expect.poll(() => box.isChecked()).toBe(false);
  await box.check({ force: true });
  await page.reload();
  await entry(page, "F41.1").waitFor();
  expect(await box.isChecked()).toBe(true);
});

test("5: leaving asks only when choices would be lost", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  await addDiagnosis(anna, "F41.1", "Anxiety");
  const page = await master.open(path);
  await plan(page, [ben], ["Diagnosis Codes"]);
  await carryOn(page);
  const away = page.getByRole("link", { name: "People" });
  await away.click();
  await page.waitForURL("**/account-access");
  await page.goBack();
  await entries(page).getByRole("checkbox", { name: /F41.1/ }).uncheck({ force: true });
  await away.click();
  const dialog = page.getByRole("dialog", { name: "Leave without copying?" });
  await dialog.waitFor();
  await axe(page);
  await dialog.getByRole("button", { name: "Stay" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(page.url()).toContain("step=entries");
  await away.click();
  await dialog.getByRole("button", { name: "Leave" }).click();
  await page.waitForURL("**/account-access");
});

test("23: a long list holds only what is in view, is filtered by state and text, and is chosen as filtered", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  const codes = Array.from({ length: 130 }, (_, index) => `F${10 + Math.floor(index / 10)}.${index % 10}`);
  for (let at = 0; at < codes.length; at += 10) {
    const some = codes.slice(at, at + 10);
    const text = `mutation($id: ID!) { ${some.map((code, n) => `a${n}: addDiagnosisCode(account: $id, input: { code: "${code}", description: "About ${code}" }) { diagnosisCode { id } }`).join(" ")} }`;
    await stage.query(anna, text, { id: anna.account.id });
  }
  await addDiagnosis(ben, "F10.0", "Theirs");
  const page = await master.open(path);
  await plan(page, [ben], ["Diagnosis Codes"]);
  await carryOn(page);
  await page.getByText("129 to create, 0 to replace").waitFor();
  expect(await entries(page).getByRole("listitem").count()).toBeLessThan(80);
  await axe(page);
  await shot(page, "copy-long");
  await page.mouse.wheel(0, 20_000);
  await entry(page, "About F22.9").waitFor();

  await page.getByLabel("Find by code, name or description").fill("F11");
  await expect.poll(() => entries(page).getByRole("checkbox").count()).toBe(10);
  await page.getByRole("button", { name: "Select none of Diagnosis Codes" }).click();
  await page.getByText("119 to create, 0 to replace").waitFor();
  await page.getByLabel("Find by code, name or description").fill("");
  await page.getByRole("radiogroup", { name: "Show" }).getByText("Conflict (1)").click();
  await expect.poll(() => entries(page).getByRole("listitem").count()).toBe(2);
  expect(page.url()).toContain("show=");
});

test("23: what lacks something, or would use something that differs, is blocked and says what to do", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  await addBilling(anna, "90834", "Session of 45 minutes", 13_500);
  await addBilling(anna, "90837", "Session of 60 minutes", 17_500);
  await addBilling(ben, "90837", "A long one", 17_500);
  for (const [name, billingCode] of [["Talk", "90834"], ["Long talk", "90837"]]) await anna.api("AddServiceCode", { account: anna.account.id, input: { name, billingCode } });
  const page = await master.open(path);
  await plan(page, [ben], ["Service Codes"]);
  await carryOn(page);
  await entry(page, "Long talk").getByText("It uses 90837, which differs", { exact: false }).waitFor();
  await entries(page).getByRole("checkbox", { name: /^90834/ }).uncheck({ force: true });
  await page.getByText("It needs 90834, which the account", { exact: false }).waitFor();
  await axe(page);
  await shot(page, "copy-blocked");
  await entries(page).getByRole("checkbox", { name: /^Talk/ }).check({ force: true });
  expect(await entries(page).getByRole("checkbox", { name: /^90834/ }).isChecked()).toBe(true);
  await page.getByRole("radiogroup", { name: "90837: keep theirs or replace" }).getByText("Replace", { exact: true }).click();
  await expect.poll(() => page.getByText("Blocked", { exact: true }).count()).toBe(0);
});
