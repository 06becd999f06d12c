import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addClient } from "./steps/clients";
import { addSession, choose, practise } from "./steps/clientSessions";

const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const chosen = (page: Page, label: string) => page.getByRole("group", { name: `Chosen: ${label}` });

test("Client Sessions: one is added with keys alone, and the code fills in what it knows", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await practise(anna);
  await anna.api("AddLocation", { account: anna.account.id, input: { placeOfService: "03", name: "Birch School" } });
  const page = await anna.open("/client-sessions");
  await page.getByText("There are no client sessions yet").waitFor();
  await axe(page);
  await shot(page, "sessions-empty");

  await page.getByRole("button", { name: "Add session" }).first().press("Enter");
  await choose(page, "Client", "moss");
  await choose(page, "Billing code", "90834");
  expect(await field(page, "Charge").inputValue()).toBe("135.00");
  await field(page, "Units").fill("2");
  await expect.poll(() => field(page, "Charge").inputValue()).toBe("270.00");
  await choose(page, "Diagnosis codes", "anxiety");
  await page.getByRole("button", { name: /Location/ }).press("Enter");
  await page.getByRole("option", { name: "Birch School (03)" }).press("Enter");
  await page.getByRole("button", { name: /Place of service/ }).getByText("03").waitFor();
  await field(page, "Paid at session").fill("20");
  await axe(page);
  await shot(page, "session-add");
  await page.getByRole("button", { name: "Add session" }).press("Enter");
  await page.getByRole("heading", { name: "Ida Moss", level: 1 }).waitFor();
  await page.getByText("Open", { exact: true }).waitFor();
  expect(await page.title()).not.toContain("Moss");

  // The next one remembers the diagnosis, and says that it is the second of the day.
  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link").click();
  await page.getByRole("button", { name: "Add session" }).press("Enter");
  await choose(page, "Client", "moss");
  await chosen(page, "Diagnosis codes").getByText("F41.1").waitFor();
  await choose(page, "Billing code", "90834");
  await page.getByRole("button", { name: "Add session" }).press("Enter");
  await page.getByText("The client has 1 other session on that day").waitFor();
  await axe(page);
  await shot(page, "session-same-day");
});

test("Client Sessions: what the server refuses is told at its field, and what was typed stays", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await practise(anna);
  const page = await anna.open("/client-sessions/new");
  await choose(page, "Client", "moss");
  await choose(page, "Billing code", "90834");
  await page.getByRole("button", { name: "Add session" }).click();
  await page.getByText("Insurance asks for a diagnosis: choose one to four codes.").waitFor();
  await choose(page, "Diagnosis codes", "F32.1");
  await field(page, "Paid at session").fill("135.01");
  await page.getByRole("button", { name: "Add session" }).click();
  await page.getByText("What is paid at the session is from $0 to its charge.").waitFor();
  await chosen(page, "Diagnosis codes").getByText("F32.1").waitFor();
  await field(page, "Paid at session").fill("135.00");
  await page.getByRole("button", { name: "Add session" }).click();
  await page.getByRole("heading", { name: "Ida Moss", level: 1 }).waitFor();
});

test("Client Sessions: found by client, day and status; changed, and voided for good", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ida = await practise(anna);
  const otto = (await addClient(anna, { firstName: "Otto", lastName: "Fern" })).id;
  const id = await addSession(anna, ida);
  await addSession(anna, ida, { serviceDate: "2026-02-02" });
  await addSession(anna, otto, { serviceDate: "2026-02-03" });
  const page = await anna.open("/client-sessions");
  await page.getByText("3 of 3 sessions").waitFor();
  await shot(page, "sessions");
  await page.getByRole("searchbox", { name: "Search sessions by client" }).fill("moss");
  await page.getByText("2 of 2 sessions").waitFor();
  expect(page.url()).not.toContain("moss");
  await page.getByLabel("From").fill("2026-03-01");
  await page.getByText("1 of 1 sessions").waitFor();
  await page.getByRole("button", { name: /Status/ }).click();
  await page.getByRole("option", { name: "Void" }).click();
  await page.getByText("No session is found by that").waitFor();
  await axe(page);

  await page.goto(`/p/${anna.account.id}/client-sessions/${id}`);
  await field(page, "Minutes").fill("45");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The session is saved.").waitFor();
  await page.getByRole("button", { name: "Void" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: /Why/ }).click();
  await page.getByRole("option", { name: "It was entered twice" }).click();
  await axe(page);
  await shot(page, "session-void");
  await question.getByRole("button", { name: "Void session" }).click();
  await page.getByText("This session is void").waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
  await shot(page, "session-is-void");
  await page.goto(`/p/${anna.account.id}/activity-log`);
  await page.getByText(/voided a client session: it was entered twice/).first().waitFor();
});

test("Client Sessions: beyond what is authorized is told, and saved all the same", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ida = await practise(anna);
  const input = { number: "A-1", fromDate: "2026-01-01", untilDate: "2026-12-31", sessionsAllowed: 1 };
  await anna.api("AddAuthorization", { account: anna.account.id, client: ida, input });
  await addSession(anna, ida);
  const page = await anna.open(`/client-sessions/${await addSession(anna, ida, { serviceDate: "2026-03-09" })}`);
  await page.getByText("No authorization covers this session").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "session-beyond");
});

test("6: with View Only on Client Sessions one can be read, and the buttons say why nothing can be changed", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const id = await addSession(anna, await practise(anna));
  const reader = await stage.member(anna, "reader", { CLIENT_SESSIONS: "VIEW" });
  const page = await reader.open(`/client-sessions/${id}`);
  await page.getByText("$135.00").waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
  await page.getByRole("button", { name: "Void" }).press("Enter");
  await page.getByRole("tooltip").getByText("this needs Full Access").waitFor();
  await axe(page);
  await shot(page, "session-view-only");
  await page.goto(`/p/${anna.account.id}/client-sessions/new`);
  await page.getByText("You cannot add sessions here").waitFor();
});

test("F9: two people save the same session at once, and nothing is lost", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const id = await addSession(anna, await practise(anna));
  const master = await stage.member(anna, "master");
  const mine = await anna.open(`/client-sessions/${id}`);
  const theirs = await master.open(`/client-sessions/${id}`);
  await field(mine, "Charge").fill("100");
  await field(theirs, "Charge").fill("120");
  await theirs.getByRole("button", { name: "Save" }).click();
  await theirs.getByText("The session is saved.").waitFor();
  await mine.getByRole("button", { name: "Save" }).click();
  const question = mine.getByRole("dialog");
  await question.getByText("Somebody else saved this while you were editing").waitFor();
  await question.getByRole("radiogroup", { name: "Charge" }).getByText("$100.00").click();
  await axe(mine);
  await question.getByRole("button", { name: "Save what I chose" }).click();
  await mine.getByText("The session is saved.").waitFor();
});
