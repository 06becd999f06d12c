import type { Page } from "playwright-core";
import type { DiagnosisCodesQuery } from "../frontend/src/gen/types";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import type { Person } from "./harness/person";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, name: string) => dialog(page).getByRole("textbox", { name, exact: true });
const entry = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function save(page: Page): Promise<void> {
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await dialog(page).waitFor({ state: "hidden" });
}

const seed = (person: Person, code: string, description = "Generalized anxiety disorder") =>
  person.api("AddDiagnosisCode", { account: person.account.id, input: { code, description } });

async function diagnoses(person: Person) {
  const { account } = await person.api<DiagnosisCodesQuery>("DiagnosisCodes", { account: person.account.id, activeOnly: false });
  return account?.diagnosisCodes?.nodes ?? [];
}

test("F7 step 1: three diagnosis codes are entered by hand", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/codes-setup");
  await page.getByText("This account has no diagnosis codes yet").waitFor();
  expect(await page.getByRole("link", { name: "Copy Codes to Another Account" }).count()).toBe(2);
  await axe(page);
  await shot(page, "codes-empty");

  for (const [code, description] of [["f411", "Generalized anxiety disorder"], ["F32.1", "Major depressive disorder"], ["F43.10", "Post-traumatic stress disorder"]] as const) {
    await page.getByRole("button", { name: "Add diagnosis code" }).first().click();
    await field(page, "Code").fill(code);
    await field(page, "Description").fill(description);
    await save(page);
  }
  await entry(page, "F41.1").waitFor();
  await page.getByText("3 of 3 diagnosis codes").waitFor();
});

test("F7 step 1: three billing codes are entered by hand, with charges to the cent", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/codes-setup/billing-codes");
  await entry(page, "MISSED").waitFor();
  for (const [code, charge, shown] of [["90834", "135", "$135.00"], ["90837", "175.50", "$175.50"], ["90791", "1,210.00", "$1,210.00"]] as const) {
    await page.getByRole("button", { name: "Add billing code" }).click();
    await field(page, "Code").fill(code);
    await field(page, "Description").fill(`Session ${code}`);
    await field(page, "Usual charge").fill(charge);
    await save(page);
    await page.getByText(shown).waitFor();
  }
  await page.getByText("6 of 6 billing codes").waitFor();
});

test("F7 step 1: an electronic and a paper payer are entered by hand, each with what it needs", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/codes-setup/payers");
  await page.getByText("This account has no insurance payers yet").waitFor();
  await page.getByRole("button", { name: "Add insurance payer" }).first().click();
  await field(page, "Name").fill("Maple Hollow Mutual Health");
  await field(page, "Payer ID").fill("lx101");
  await axe(page);
  await shot(page, "payer-add");
  await save(page);
  await page.getByText("LX101").waitFor();

  await page.getByRole("button", { name: "Add insurance payer" }).click();
  await field(page, "Name").fill("Saltmarsh Teachers' Welfare Fund");
  await dialog(page).getByText("Paper", { exact: true }).click();
  expect(await field(page, "Payer ID").count()).toBe(0);
  await field(page, "Street or P.O. box").fill("PO Box 12");
  await field(page, "ZIP code").fill("054011234");
  await save(page);
  await page.getByText("PO Box 12, 05401-1234").waitFor();
});

test("Codes Setup: a code that is there already is refused at its field, and closing asks what becomes of what was typed", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await seed(anna, "F41.1");
  const page = await anna.open("/codes-setup");
  await page.getByRole("button", { name: "Add diagnosis code" }).click();
  await field(page, "Code").fill("F411");
  await field(page, "Description").fill("The same once more");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await dialog(page).getByText("There is such an entry already.").waitFor();
  expect(await field(page, "Code").getAttribute("aria-invalid")).toBe("true");
  await axe(page);

  await page.keyboard.press("Escape");
  const question = page.getByRole("dialog", { name: "Close without saving?" });
  await question.getByRole("button", { name: "Stay" }).click();
  expect(await field(page, "Description").inputValue()).toBe("The same once more");
  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Discard" }).click();
  await dialog(page).waitFor({ state: "hidden" });
  expect(await diagnoses(anna)).toHaveLength(1);
});

test("Codes Setup: an entry is deactivated with one press and taken back with another; favourites stand on top", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await seed(anna, "F32.1", "Major depressive disorder");
  await seed(anna, "F41.1");
  const page = await anna.open("/codes-setup");
  await page.getByRole("button", { name: "Make F41.1 a favourite" }).click();
  await page.getByRole("img", { name: "Favourite" }).waitFor();
  await expect.poll(() => page.getByRole("row").nth(1).textContent()).toContain("F41.1");

  // The row has moved away from under the pointer, and the tip of the one that took its place stands there.
  await page.mouse.move(0, 0);
  await page.getByRole("button", { name: "Deactivate F41.1" }).click();
  await page.getByText("F41.1 is no longer offered.").waitFor();
  await page.getByText("Not active").waitFor();
  await page.getByText("Active only").click();
  await page.getByText("1 of 1 diagnosis codes").waitFor();
  expect(page.url()).toContain("activeOnly=true");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("2 of 2 diagnosis codes").waitFor();

  await page.getByRole("searchbox").fill("depress");
  await page.getByText("1 of 1 diagnosis codes").waitFor();
  await expect.poll(() => page.url()).toContain("search=depress");
  await page.reload();
  await page.getByText("1 of 1 diagnosis codes").waitFor();
  expect(await page.getByRole("searchbox").inputValue()).toBe("depress");
  await axe(page);
});

test("Codes Setup: the system codes are locked, and say why", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/codes-setup/billing-codes");
  const button = page.getByRole("button", { name: "Deactivate LATEFEE" });
  expect(await button.getAttribute("aria-disabled")).toBe("true");
  await entry(page, "LATEFEE").click();
  await dialog(page).getByText("one of the three codes that every account has").waitFor();
  expect(await dialog(page).getByRole("textbox").count()).toBe(0);
  await axe(page);
});

test("F9: a stale save of a code shows both sides, and the choice is saved on the newer version", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await seed(anna, "F41.1");
  const page = await anna.open("/codes-setup");
  await entry(page, "F41.1").click();
  await field(page, "Description").fill("Mine");
  const [row] = await diagnoses(anna);
  const input = { code: "F41.1", description: "Theirs", favourite: true };
  await anna.api("EditDiagnosisCode", { account: anna.account.id, id: row?.id, version: row?.version, input });

  await dialog(page).getByRole("button", { name: "Save" }).click();
  const question = page.getByRole("dialog", { name: "Somebody else saved this while you were editing" });
  await question.getByRole("radiogroup", { name: "Description" }).getByText("Mine").click();
  await axe(page);
  await shot(page, "code-conflict");
  await question.getByRole("button", { name: "Save what I chose" }).click();
  await dialog(page).waitFor({ state: "hidden" });
  expect((await diagnoses(anna))[0]).toMatchObject({ description: "Mine", favourite: true, version: 3 });
});

test("6: with View Only on Codes Setup entries can be read, and nothing changed", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await seed(anna, "F41.1");
  const reader = await stage.member(anna, "reader", { CODES_SETUP: "VIEW" });
  const page = await reader.open("/codes-setup");
  await entry(page, "F41.1").click();
  await dialog(page).getByText("You have View Only to Codes Setup").waitFor();
  expect(await dialog(page).getByRole("textbox").count()).toBe(0);
  await axe(page);
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
  for (const name of ["Add diagnosis code", "Deactivate F41.1", "Make F41.1 a favourite"]) {
    expect(await page.getByRole("button", { name }).getAttribute("aria-disabled"), name).toBe("true");
  }
});

test("Codes Setup: on a phone an entry fits, down to 320 pixels, in both themes", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await seed(anna, "F41.1");
  for (const dark of [false, true]) {
    const page = await anna.open("/codes-setup", { phone: true, dark });
    await entry(page, "F41.1").click();
    await field(page, "Description").waitFor();
    await axe(page);
    await noSidewaysScroll(page, 320);
  }
});
