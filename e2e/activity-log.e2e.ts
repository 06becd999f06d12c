import { createHash } from "node:crypto";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download, Page } from "playwright-core";
import { axe } from "./harness/axe";
import { layoutShift, noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

const entries = (page: Page, name: RegExp | string) => page.getByRole("main").getByRole("button", { name });
const textOf = async (download: Download) => {
  const file = join(await mkdtemp(join(tmpdir(), "lanyard-export-")), download.suggestedFilename());
  await download.saveAs(file);
  return readFile(file, "utf8");
};
const search = (page: Page) => new URL(page.url()).searchParams;

test("25: free text, username, section, kind, outcome and dates are chips in the address, and Back works", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const biller = await stage.member(anna, "biller", { CLIENTS: "FULL" });
  await biller.api("AddClient", { account: anna.account.id, input: { firstName: "Ida", lastName: "Moss" } });
  await expect(biller.api("AddUsername", { account: anna.account.id, input: { username: "sneaky.one", password: "seven lanterns over a lake" } })).rejects.toThrow("FORBIDDEN");
  const page = await anna.open("/activity-log");
  await entries(page, "created this account").waitFor();

  await page.getByRole("searchbox", { name: "Search the log" }).fill(biller.username);
  await page.getByText(`Text: ${biller.username}`).waitFor();
  await expect.poll(() => entries(page, "created this account").count()).toBe(0);
  expect(search(page).get("text")).toBe(biller.username);

  await page.getByRole("button", { name: "More filters" }).click();
  await page.getByRole("button", { name: /Outcome/ }).click();
  await page.getByRole("option", { name: "Refused" }).click();
  await expect.poll(() => search(page).get("outcome")).toBe("DENIED");
  await entries(page, `${biller.username} was refused in Account Access: Full Access is needed, No Access was held Refused`).waitFor();
  await page.getByText("1 of 1 entry").waitFor();
  await axe(page);
  await shot(page, "activity-log-filtered");

  await page.goBack();
  await expect.poll(() => search(page).get("outcome")).toBe(null);
  await entries(page, `${biller.username} added a client`).waitFor();
  await page.getByRole("button", { name: "Remove Text: " + biller.username }).click();
  await entries(page, "created this account").waitFor();

  await page.getByLabel("From", { exact: true }).fill("2001-01-01");
  await page.getByLabel("Until, with that day").fill("2001-12-31");
  await page.getByText("No entry fits all filters").waitFor();
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await entries(page, "created this account").waitFor();
  expect([...search(page).keys()]).toEqual([]);
});

test("25: an address with filters opens them, and leaves out what it cannot read", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await stage.member(anna, "biller");
  const page = await anna.open("/activity-log?section=ACCOUNT_ACCESS&action=C&outcome=PERHAPS&from=2026-02-31", { phone: true });
  await page.getByText("Section: Account Access").waitFor();
  await page.getByText("Kind: Create").waitFor();
  const chips = page.getByRole("group", { name: "Filters in force" });
  expect(await chips.getByRole("button", { name: /^Remove/ }).count()).toBe(2);
  await entries(page, /added the username/).waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
});

test("26: an entry is a sentence with before and after, by day and zone, and opens in place by keyboard", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const biller = await stage.member(anna, "biller", { CALENDAR: "VIEW" });
  const page = await anna.open("/activity-log");
  await page.getByText("Times are in Eastern Time, the time of this account.").waitFor();
  const today = new Intl.DateTimeFormat("en-US", { weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "America/New_York" }).format();
  await page.getByRole("heading", { name: today, level: 2 }).waitFor();
  const entry = entries(page, `${anna.username} added the username ${biller.username}`);
  await entry.focus();
  await page.keyboard.press("Enter");
  expect(await entry.getAttribute("aria-expanded")).toBe("true");
  const changes = page.getByRole("table", { name: "What changed" });
  await changes.getByRole("row", { name: `${biller.username} Calendar empty View Only` }).waitFor();
  await page.getByText(/America\/New_York, UTC-0[45]:00/).waitFor();
  await page.getByText("Request", { exact: true }).waitFor();
  await page.getByText("127.0.0.1").first().waitFor();
  expect(await layoutShift(page)).toBeLessThan(0.05);
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "activity-log-entry");

  await page.getByText("Show UTC").click();
  await page.getByText(/\(UTC, UTC\+00:00\)/).waitFor();
  expect(search(page).get("utc")).toBe("true");
  await entry.press("Enter");
  await changes.waitFor({ state: "hidden" });
});

test("16, 26: a link to an entry opens that one alone, and nobody else's", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.provider("ben");
  const biller = await stage.member(anna, "biller");
  await stage.join(biller, ben);
  const page = await anna.open("/activity-log?code=username.added");
  await entries(page, /added the username/).click();
  await page.getByRole("link", { name: "Link to this entry" }).click();
  await page.getByRole("heading", { name: "One entry" }).waitFor();
  expect(await entries(page, /added the username/).getAttribute("aria-expanded")).toBe("true");
  expect(await entries(page, /created this account/).count()).toBe(0);
  const event = search(page).get("event");

  // Whoever may read both logs finds in each what is of it.
  for (const viewer of [ben, biller]) {
    const other = await viewer.open(`/activity-log?event=${event}`, { account: ben.account });
    await other.getByText("There is no such entry in this log").waitFor();
    for (const body of await stage.watch.bodies(other)) expect(body).not.toContain("username.added");
  }
  await page.getByRole("button", { name: "Show the whole log" }).click();
  await entries(page, /created this account/).waitFor();
});

test("27: the export holds exactly the filtered entries, with before and after, and is logged with their number", async ({ stage }) => {
  const anna = await stage.provider("anna");
  for (const name of ["biller", "clerk", "auditor"]) await stage.member(anna, name, { CALENDAR: "VIEW" });
  const page = await anna.open("/activity-log?code=username.added");
  await page.getByText("3 of 3 entries").waitFor();

  const save = async (format: RegExp) => {
    await page.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: format }).click()]);
    await page.getByText("3 entries were exported.").waitFor();
    return textOf(download);
  };
  const close = () => page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
  const [head, ...rows] = (await save(/^CSV/)).trimEnd().split("\r\n");
  expect(head).toContain("Before,After");
  expect(rows.length).toBe(3);
  expect(rows.every((row) => row.includes("Calendar: View Only"))).toBe(true);
  await axe(page);
  await shot(page, "activity-log-exported");
  await close();
  const events = await save(/^FHIR/);
  const coded = events.trimEnd().split("\n").map((line) => (JSON.parse(line) as { code: { text: string } }).code.text);
  expect(coded).toEqual(["username added", "username added", "username added"]);

  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the manifest" }).click()]);
  const manifest = JSON.parse(await textOf(saved)) as { rows: number; sha256: string };
  expect(manifest).toMatchObject({ rows: 3, sha256: createHash("sha256").update(events).digest("hex") });
  await close();

  await page.goto(`/p/${anna.account.id}/activity-log?code=log.exported`);
  await expect.poll(() => entries(page, `${anna.username} exported 3 entries of this log`).count()).toBe(2);
});

test("27: without Full Access to Reports the export says why not", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const auditor = await stage.member(anna, "auditor", { ACTIVITY_LOG: "VIEW", REPORTS: "VIEW" });
  const page = await auditor.open("/activity-log");
  const button = page.getByRole("button", { name: "Export" });
  await button.focus();
  expect(await button.getAttribute("aria-disabled")).toBe("true");
  await page.getByRole("tooltip").getByText("You have View Only to Reports & Exports; this needs Full Access.").waitFor();
  await axe(page);
  await expect(stage.api(auditor, "ExportActivity", { account: anna.account.id, first: 1 })).rejects.toThrow("FORBIDDEN");
});

test("27: an export that fails says so, keeps nothing, and can be sent again", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/activity-log?code=signup");
  await page.getByText("1 of 1 entry").waitFor();
  stage.watch.allow(/ERR_FAILED/, "the test cuts the line");
  await page.route("**/export/**", (route) => route.abort());
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: /^CSV/ }).click();
  await page.getByText("The server could not be reached.").waitFor();
  await axe(page);
  await page.unroute("**/export/**");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Retry" }).click()]);
  expect((await textOf(download)).trimEnd().split("\r\n").length).toBe(2);
});

test("F10: the log of an account tells what touched it, refusals too, and nothing of another", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ben = await stage.provider("ben");
  const master = await stage.member(anna, "master");
  await expect(stage.signIn({ ...ben, username: ben.username, account: ben.account, password: "not the password" })).rejects.toThrow();
  await stage.join(master, ben);
  const page = await ben.open("/activity-log");
  await entries(page, `${master.username} joined this account`).waitFor();
  await entries(page, `${master.username}, from another account, found this account with a username and password of it`).waitFor();
  await entries(page, `Somebody tried to sign in as ${ben.username}: refused Failed`).waitFor();
  await entries(page, `${ben.username} created this account`).waitFor();
  for (const body of await stage.watch.bodies(page)) expect(body).not.toContain(anna.username);
});

test("what happens while one looks is loaded at the top, and waits for whoever reads further down", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/activity-log");
  await entries(page, "created this account").waitFor();
  const first = await stage.member(anna, "first");
  const began = Date.now();
  await entries(page, `added the username ${first.username}`).waitFor();
  expect(Date.now() - began).toBeLessThan(2000);

  for (let i = 0; i < 30; i++) await anna.api("SwitchAccount", { account: anna.account.id });
  await page.reload();
  await expect.poll(() => entries(page, /came to this account/).count()).toBe(30);
  await page.getByText(/^\d+ of \d+ entries$/).scrollIntoViewIfNeeded();
  const second = await stage.member(anna, "second");
  const pill = page.getByRole("button", { name: "New entries" });
  await pill.waitFor();
  expect(await entries(page, `added the username ${second.username}`).count()).toBe(0);
  await axe(page);
  await pill.click();
  await entries(page, `added the username ${second.username}`).waitFor();
  await pill.waitFor({ state: "hidden" });
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});
