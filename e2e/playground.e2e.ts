import type { Locator } from "playwright-core";
import { axe, axeInTheDark } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

// Types over what is there: a browser that does that itself would break the content security policy.
async function write(editor: Locator, text: string): Promise<void> {
  await editor.press("ControlOrMeta+a");
  await editor.pressSequentially("x");
  await editor.press("Backspace");
  await editor.pressSequentially(text);
}

test("playground: a sample runs with Ctrl+Enter and its result, status and time are shown", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/developer/playground");
  await page.getByText("Everything here runs with your own privileges").waitFor();
  await page.getByRole("button", { name: "Query", exact: true }).first().waitFor(); // the schema is there
  await page.getByRole("textbox", { name: "Query" }).press("ControlOrMeta+Enter");
  await page.getByText("Status 200").waitFor();
  const result = page.getByRole("textbox", { name: "Result" });
  await expect.poll(() => result.textContent()).toContain(anna.account.practiceName);
  await page.getByRole("button", { name: "MyAccess" }).waitFor();
  await shot(page, "playground");
  await axe(page);
  await axeInTheDark(page);
  const kept = await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases()]));
  expect(kept).not.toContain("myAccess");
});

test("playground: what can follow is offered, and what cannot be is marked", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/developer/playground");
  await page.getByRole("button", { name: "Query", exact: true }).first().waitFor();
  const query = page.getByRole("textbox", { name: "Query" });
  await write(query, "{ vie");
  await page.getByRole("option", { name: /viewer/ }).waitFor();
  await query.press("Enter");
  await query.pressSequentially(" { shoeSize");
  await query.press("Escape");
  await expect.poll(() => page.locator(".cm-lintRange-error").count()).toBeGreaterThan(0);
  await axe(page);
});

test("playground: errors of the server are shown as it says them, and passwords are no matter for it", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/developer/playground");
  const query = page.getByRole("textbox", { name: "Query" });
  await write(query, 'mutation { signIn(input: { username: "a", password: "b" }) { viewer { id } } }');
  await query.press("Escape");
  await query.press("ControlOrMeta+Enter");
  await page.getByText(/signIn is not for this place/).first().waitFor();
  await write(query, "{ nonsense ");
  await page.getByRole("button", { name: "Run" }).click();
  await page.getByText(/nonsense/).first().waitFor();
  const variables = page.getByRole("textbox", { name: "Variables, as JSON" });
  await write(variables, "[1");
  await page.getByRole("button", { name: "Run" }).click();
  await page.getByText(/must be one JSON object/).waitFor();
});

test("playground: Escape and then Tab leaves the editor", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/developer/playground");
  const query = page.getByRole("textbox", { name: "Query" });
  await query.focus();
  await query.press("Escape");
  await page.keyboard.press("Tab");
  const focused = page.getByRole("textbox", { name: "Variables, as JSON" });
  await expect.poll(() => focused.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true);
});

test("playground: the schema is read by clicking through and by searching", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/developer/playground", { phone: true });
  await page.getByRole("button", { name: "Query", exact: true }).first().click();
  await page.getByRole("heading", { name: "Query", level: 3 }).waitFor();
  await page.getByRole("button", { name: "Account", exact: true }).first().click();
  await page.getByText("One provider's account.").waitFor();
  await page.getByRole("searchbox", { name: "Search types and fields" }).fill("maskedIdNumber");
  await page.getByText(".maskedIdNumber").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
});

test("playground: without Full Access to Account Access there is none, and the server says so too", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const auditor = await stage.member(anna, "auditor", { ACCOUNT_ACCESS: "VIEW", CLIENTS: "FULL" });
  const page = await auditor.open("/developer/playground");
  await page.getByText("The playground needs Full Access to Account Access").waitFor();
  await page.getByText(anna.username, { exact: true }).waitFor();
  expect(await page.getByRole("link", { name: "Playground" }).count()).toBe(0);
  await axe(page);
  await expect(stage.query(auditor, "{ viewer { username } }")).rejects.toThrow("FORBIDDEN");
});

test("playground: each run is in the activity log, without its text", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await stage.query(anna, '{ viewer { secretly: username } }');
  const { account } = await stage.query<{ account: { activity: { nodes: { code: string; changes: unknown }[] } } }>(
    anna,
    "query($account: ID!) { account(id: $account) { activity { nodes { code changes } } } }",
    { account: anna.account.id },
  );
  expect(account.activity.nodes.filter(({ code }) => code === "playground.run").length).toBeGreaterThan(0);
  expect(JSON.stringify(account)).not.toContain("secretly");
});
