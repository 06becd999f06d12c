import { expect, test } from "vitest";
import { pageAt, pageGroups, pagePath, pageTitle } from "./pages";

test("an address belongs to the page that it stands below", () => {
  expect(pageAt("/p/a/account-access")).toBe("");
  expect(pageAt("/p/a/account-access/privileges")).toBe("privileges");
  expect(pageAt("/p/a/account-access/access-review/evidence")).toBe("access-review");
});

test("each page is in one group, and has a name of its own", () => {
  const all = pageGroups.flatMap(({ pages }) => pages.map(String));
  expect(new Set(all).size).toBe(all.length);
  expect(pagePath("")).toBe("/p/$account/account-access");
  expect(pagePath("sign-ins")).toBe("/p/$account/account-access/sign-ins");
  expect(pageTitle("other")).toBe("Access Other Accounts");
});
