import { scrollsWell } from "./harness/scrolling";
import { expect, test } from "./harness/test";
import * as review from "./steps/accessReview";
import * as privileges from "./steps/privileges";

// In one file, because a browser records what it does for one test at a time.

test("22: 200 usernames by 20 accounts are scrolled with no frame over 50 ms, and the headings stay", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await anna.api("StartAccessReview", { account: anna.account.id });
  const page = await anna.open("/account-access");
  await review.manyTimesOver(page, 20, 200);
  await page.goto(`/p/${anna.account.id}${review.path}`);
  const matrix = review.matrix(page);
  await matrix.getByText("username.010").waitFor();
  expect(await matrix.getAttribute("aria-rowcount")).toBe("201");
  expect(await matrix.getAttribute("aria-colcount")).toBe("21");
  await scrollsWell(matrix, "Access Review of 200 by 20");
  const top = await matrix.boundingBox();
  for (const heading of [matrix.getByRole("columnheader").first(), matrix.getByRole("rowheader").nth(4)]) {
    expect(((await heading.boundingBox())?.x ?? 0) - (top?.x ?? 0)).toBeLessThan(3);
  }
});

test("Username Privileges of 200 is scrolled with no frame over 50 ms", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await stage.member(anna, "ben", { CLIENTS: "VIEW", CALENDAR: "FULL" });
  const page = await anna.open("/account-access");
  await privileges.manyUsernames(page, 200);
  await page.goto(`/p/${anna.account.id}${privileges.path}`);
  const grid = page.getByRole("grid", { name: "Username Privileges" });
  await grid.getByText("username.010").waitFor();
  expect(await grid.getAttribute("aria-rowcount")).toBe("201");
  await scrollsWell(grid, "Username Privileges of 200");
});
