import { expect, test } from "./harness/test";
import { announced, line, path } from "./steps/privileges";

test("20: usernames are found by name and by a level on a section; the address keeps it, the count is announced", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const [ben, bea, carl] = await Promise.all([
    stage.member(anna, "ben", { INVOICES: "FULL" }),
    stage.member(anna, "bea", { INVOICES: "VIEW" }),
    stage.member(anna, "carl", { INVOICES: "FULL" }),
  ]);
  const page = await anna.open(path);
  await line(page, carl).waitFor();
  const shown = async () => {
    const names = await page.getByRole("rowheader").allTextContents();
    return [anna, ben, bea, carl].filter(({ username }) => names.some((name) => name.includes(username))).map(({ username }) => username.split(".")[0]);
  };

  await page.getByLabel("Find a username").fill("BE");
  await expect.poll(shown).toEqual(["ben", "bea"]);
  await announced(page).getByText("2 of 4 usernames").waitFor();
  await page.waitForURL(/name=BE/);

  await page.getByRole("button", { name: /Level to look for/ }).click();
  await page.getByRole("option", { name: "Full Access" }).click();
  await page.getByRole("button", { name: /Section to look in/ }).click();
  await page.getByRole("option", { name: "Invoices & Claims" }).click();
  await expect.poll(shown).toEqual(["ben"]);
  await announced(page).getByText("1 of 4 usernames").waitFor();

  await page.getByLabel("Find a username").fill("");
  await expect.poll(shown).toEqual(["anna", "ben", "carl"]);
  await page.waitForURL(({ searchParams }) => searchParams.get("section") === "INVOICES" && !searchParams.has("name"));
  await page.reload();
  await expect.poll(shown).toEqual(["anna", "ben", "carl"]);

  await page.getByLabel("Find a username").fill("nobody");
  await page.getByText("No username is like that").waitFor();
  await page.getByRole("button", { name: "Show all" }).last().click();
  await expect.poll(shown).toEqual(["anna", "ben", "bea", "carl"]);
  await page.waitForURL((url) => url.search === "");
});
