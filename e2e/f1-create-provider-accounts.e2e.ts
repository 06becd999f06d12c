import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { fresh, signUp } from "./steps/signUp";

test("F1: a provider creates an account and lands in it", async ({ stage }) => {
  const page = await stage.open("/sign-up");
  await page.getByRole("heading", { name: "Create My Account", level: 1 }).waitFor();
  await shot(page, "sign-up");
  const anna = fresh("anna");
  await signUp(page, anna);
  await page.waitForURL(/\/p\/[^/]+$/);
  await page.getByRole("button", { name: `Signed in as ${anna.username}` }).waitFor();
  expect(await page.title()).toContain(anna.providerName);
  expect(await page.title()).toContain(anna.username);
});

test("F1: on a phone too", async ({ stage }) => {
  const page = await stage.open("/sign-up", { phone: true });
  const ben = fresh("ben");
  await noSidewaysScroll(page);
  await signUp(page, ben);
  await page.getByRole("button", { name: `Signed in as ${ben.username}` }).waitFor();
  await noSidewaysScroll(page, 320);
});

test("F1: a taken username, a short and a listed password and a missing field are named, and what was typed stays", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await stage.open("/sign-up");
  const carl = fresh("carl");

  await signUp(page, { ...carl, username: anna.username.toUpperCase() });
  await expect.poll(() => isWrong(page, "Username")).toBe(true);
  expect(await page.getByLabel("Practice name").inputValue()).toBe(carl.practiceName);

  await signUp(page, { ...carl, password: "too short" });
  await page.getByText("This password is too short: use at least 15 characters.").waitFor();

  await signUp(page, { ...carl, password: "correct horse battery staple" });
  await page.getByText("This password is on the list of common passwords").waitFor();

  await signUp(page, { ...carl, practiceName: "" });
  await expect.poll(() => isWrong(page, "Practice name")).toBe(true);
  await axe(page);
});

const isWrong = async (page: Page, label: string) =>
  (await page.getByLabel(label, { exact: true }).getAttribute("aria-invalid")) === "true";
