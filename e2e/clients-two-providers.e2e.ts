import { expect, test } from "./harness/test";
import { addClient, openClient } from "./steps/clients";
import { setLevel } from "./steps/setLevel";

test("1: two tabs on two providers never mix", async ({ stage }) => {
  const [anna, ben] = [await stage.provider("anna"), await stage.provider("ben")];
  const ida = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  const otto = await addClient(ben, { firstName: "Otto", lastName: "Fern" });
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);

  const first = await master.open(`/clients/${ida.id}/edit`, { account: anna.account });
  const second = await stage.tab(first, `/p/${ben.account.id}/clients/${otto.id}/edit`);
  await first.getByLabel("City").fill("Albany");
  await second.getByLabel("City").fill("Boston");
  await first.getByRole("button", { name: "Save" }).click();
  await first.getByText("Albany").waitFor();
  await second.getByRole("button", { name: "Save" }).click();
  await second.getByText("Boston").waitFor();

  await Promise.all([first.reload(), second.reload()]);
  await first.getByRole("heading", { name: "Ida Moss" }).waitFor();
  await second.getByRole("heading", { name: "Otto Fern" }).waitFor();
  expect(first.url()).toContain(`/p/${anna.account.id}/`);
  expect(second.url()).toContain(`/p/${ben.account.id}/`);
  expect(await first.getByText("Boston").count()).toBe(0);
  expect(await second.getByText("Albany").count()).toBe(0);
  expect((await openClient(anna, ida.id)).city).toBe("Albany");
  expect((await openClient(ben, otto.id)).city).toBe("Boston");
});

declare global {
  interface Window {
    oldRows: string[];
  }
}

test("3: once another provider is shown, nothing of the one before is", async ({ stage }) => {
  const [anna, ben] = [await stage.provider("anna"), await stage.provider("ben")];
  await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  await addClient(ben, { firstName: "Otto", lastName: "Fern" });
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  const page = await master.open("/clients");
  await page.getByRole("link", { name: "Moss, Ida" }).waitFor();

  // After each change of the page: is a row of the old account there beside the new account's name?
  await page.evaluate((provider) => {
    window.oldRows = [];
    const look = () => {
      const text = document.body.textContent ?? "";
      const isSwitched = document.querySelector("header")?.textContent?.includes(provider);
      if (isSwitched && text.includes("Moss")) window.oldRows.push(text.slice(0, 200));
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  }, ben.account.providerName);

  await page.getByRole("button", { name: /^Provider: / }).click();
  await page.getByRole("option", { name: ben.account.providerName }).click();
  await page.waitForURL((url) => url.pathname === `/p/${ben.account.id}/clients`);
  await page.getByRole("link", { name: "Fern, Otto" }).waitFor();
  expect(await page.evaluate(() => window.oldRows)).toEqual([]);
});

test("3: where the section may not be entered in the other account, its home opens and says so", async ({ stage }) => {
  const [anna, ben] = [await stage.provider("anna"), await stage.provider("ben")];
  await addClient(ben, { firstName: "Otto", lastName: "Fern" });
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  await setLevel(stage, ben, master.username, "CLIENTS", "NONE");

  const page = await master.open("/clients");
  await page.getByRole("button", { name: /^Provider: / }).click();
  await page.getByRole("option", { name: ben.account.providerName }).click();
  await page.waitForURL((url) => url.pathname === `/p/${ben.account.id}`);
  await page.getByText(`You have No Access to Clients of ${ben.account.providerName}.`).waitFor();
  for (const body of await stage.watch.bodies(page)) expect(body).not.toContain("Fern");
});
