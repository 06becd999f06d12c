import type { Page } from "playwright-core";
import type { Person } from "./harness/person";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";
import { addDiagnosis, group } from "./steps/copyCodes";
import { linkOf } from "./steps/privileges";

async function choose(page: Page, providerName: string): Promise<void> {
  await page.getByRole("button", { name: /^Provider: / }).click();
  await page.getByRole("option", { name: new RegExp(providerName) }).click();
}

test("F4: the Provider drop-down lists the joined accounts, and everything is of the chosen one", async ({ stage }) => {
  const { anna, ben, cleo, master } = await group(stage);
  await stage.provider("dora");
  for (const provider of [anna, ben, cleo]) await addDiagnosis(provider, "F41.1", `Code of ${provider.account.providerName}`);
  const page = await master.open("/codes-setup/diagnosis-codes");
  await page.getByText(`Code of ${anna.account.providerName}`).waitFor();
  await page.getByRole("button", { name: /^Provider: / }).click();
  const options = page.getByRole("listbox", { name: "Provider" }).getByRole("option");
  await expect.poll(() => options.count()).toBe(3);
  for (const { account } of [anna, ben, cleo]) await options.filter({ hasText: account.providerName }).waitFor();
  await page.getByRole("option", { name: new RegExp(ben.account.providerName) }).click();

  for (const { account } of [ben, cleo]) {
    if (account === cleo.account) await choose(page, account.providerName);
    await page.waitForURL(`**/p/${account.id}/codes-setup/diagnosis-codes*`);
    await page.getByText(`Code of ${account.providerName}`).waitFor();
    expect(await page.getByText(`Code of ${anna.account.providerName}`).count()).toBe(0);
    await expect.poll(() => page.title()).toContain(account.providerName);
  }

  await expect.poll(() => codesIn(stage, ben)).toContain("account.switched");
});

// A page that is left before it shows anything has switched to nothing.
async function shown(page: Page, { account }: Person): Promise<void> {
  await page.getByRole("button", { name: `Provider: ${account.providerName}` }).waitFor();
}

async function codesIn(stage: Stage, person: Person): Promise<string[]> {
  const query = "query($account: ID!) { account(id: $account) { activity { nodes { code } } } }";
  const { account } = await stage.query<{ account: { activity: { nodes: { code: string }[] } } }>(person, query, { account: person.account.id });
  return account.activity.nodes.map(({ code }) => code);
}

interface Switches {
  account: { activity: { nodes: { entityIds: string[]; counterpart: string | null }[] } };
}

test("F4: whichever way leads to another account, both logs tell it once, with from and to", async ({ stage }) => {
  const { anna, ben, cleo, master } = await group(stage);
  const page = await master.open("/my-access");
  await page.getByRole("link", { name: ben.account.providerName }).click();
  await page.waitForURL(`**/p/${ben.account.id}/my-access`);
  await shown(page, ben);
  await page.goto(`/p/${cleo.account.id}/my-access`);
  await shown(page, cleo);
  await page.reload();
  await shown(page, cleo);
  await page.goBack();
  await page.waitForURL(`**/p/${ben.account.id}/my-access`);
  await shown(page, ben);

  const names = new Map([anna, ben, cleo].map(({ account }) => [account.id, account.providerName]));
  const switches = async (person: Person) => {
    const query = `query($account: ID!) { account(id: $account) { activity(filter: { code: "account.switched" }) { nodes { entityIds counterpart } } } }`;
    const { account } = await stage.query<Switches>(person, query, { account: person.account.id });
    return account.activity.nodes.toReversed().map(({ entityIds, counterpart }) => `to ${names.get(entityIds[0] ?? "")}, the other ${names.get(counterpart ?? "")}`);
  };
  const [a, b, c] = [...names.values()];
  await expect.poll(() => switches(anna)).toEqual([`to ${b}, the other ${b}`]);
  await expect.poll(() => switches(ben)).toEqual([`to ${b}, the other ${a}`, `to ${c}, the other ${c}`, `to ${b}, the other ${c}`]);
  await expect.poll(() => switches(cleo)).toEqual([`to ${c}, the other ${b}`, `to ${b}, the other ${b}`]);
});

test("F4: an account that is taken away is gone from the drop-down, and from an open tab", async ({ stage }) => {
  const { anna, ben, master } = await group(stage);
  const page = await master.open("/clients", { account: ben.account });
  await page.getByRole("heading", { name: "Clients", level: 1 }).waitFor();
  const { id } = await linkOf(ben, master);
  await ben.api("DeleteUsername", { account: ben.account.id, link: id });
  await page.reload();
  await page.getByRole("heading", { name: "You cannot enter this account" }).waitFor();
  await page.getByRole("link", { name: anna.account.providerName }).click();
  await page.getByRole("button", { name: /^Provider: / }).click();
  await expect.poll(() => page.getByRole("option").count()).toBe(2);
  expect(await page.getByRole("option", { name: new RegExp(ben.account.providerName) }).count()).toBe(0);
});
