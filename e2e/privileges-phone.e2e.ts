import type { Locator } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { path, saveBar, stored } from "./steps/privileges";

test("21: on a phone each username is a card with three-way radios, all in reach of a thumb", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", { CLIENTS: "VIEW" });
  const page = await anna.open(path, { phone: true });
  const plus = page.getByRole("button", { name: `Details of ${ben.username}` });
  await plus.waitFor();
  expect(await page.getByRole("grid").count()).toBe(0);
  await noSidewaysScroll(page);
  await page.getByRole("button", { name: "Page: Username Privileges" }).tap();
  expect(await page.getByRole("menuitemradio").count()).toBe(12);
  await axe(page);
  await page.getByRole("menuitemradio", { name: "Sign-ins" }).tap();
  await page.getByRole("button", { name: "Page: Sign-ins" }).waitFor();
  await page.goBack();

  await plus.tap();
  expect(await plus.getAttribute("aria-expanded")).toBe("true");
  const levels = page.getByRole("radiogroup", { name: `Calendar for ${ben.username}` });
  await levels.getByText("Full Access").tap();
  await saveBar(page).getByText("1 change to 1 username").waitFor();
  await noSidewaysScroll(page, 320);
  await axe(page);
  await shot(page, "privileges-phone");

  for (const target of await reached(page.getByRole("main"))) {
    expect(target.height, target.name).toBeGreaterThanOrEqual(44);
    expect(target.width, target.name).toBeGreaterThanOrEqual(24);
  }
  const bar = await saveBar(page).boundingBox();
  expect(bar?.height).toBeLessThan(64);

  await saveBar(page).getByRole("button", { name: "Review" }).tap();
  await page.getByRole("dialog", { name: "Review changes" }).waitFor();
  await noSidewaysScroll(page);
  await axe(page);
  await page.getByRole("button", { name: "Save 1 change" }).tap();
  await page.getByRole("dialog", { name: "Review changes" }).waitFor({ state: "hidden" });
  expect(await stored(anna, ben)).toMatchObject({ CALENDAR: "FULL" });
});

test("29: the cards have no barrier in the dark", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.member(anna, "ben", {});
  const page = await anna.open(path, { phone: true, dark: true });
  await page.getByRole("button", { name: `Details of ${ben.username}` }).tap();
  await axe(page, ["color-contrast"]);
});

// The size of everything that is pressed; a radio button is pressed on its label, and links within
// a sentence are excepted by WCAG 2.5.8.
async function reached(within: Locator) {
  const pressed = within.getByRole("button").or(within.getByRole("radio")).or(within.getByRole("textbox"));
  return pressed.evaluateAll((elements) =>
    elements.map((element) => {
      const target = element.closest("label") ?? element.closest(".control") ?? element;
      const { width, height } = target.getBoundingClientRect();
      return { name: `${element.getAttribute("aria-label") ?? ""} ${target.textContent}`, width: Math.ceil(width), height: Math.ceil(height) };
    }),
  );
}
