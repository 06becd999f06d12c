import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import type { Person } from "./harness/person";
import { shot } from "./harness/shot";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";
import { bookAppointment } from "./steps/appointments";
import { addSession, practise } from "./steps/clientSessions";
import { addClient } from "./steps/clients";
import { signedNote } from "./steps/notes";
import { daysAgo, owed, postPayment } from "./steps/payments";

const elsewhere = (page: Page) => page.getByRole("navigation", { name: "This client in other sections" });

// Ida, and Otto beside her, each with an appointment, a session and a note.
async function two(stage: Stage): Promise<{ anna: Person; ida: string; otto: string }> {
  const anna = await stage.provider("anna");
  const ida = await practise(anna);
  const otto = (await addClient(anna, { firstName: "Otto", lastName: "Fern" })).id;
  const start = `${daysAgo(-1)}T17:00:00Z`;
  for (const client of [ida, otto]) {
    await bookAppointment(anna, { client, start, minutes: 50 });
    await addSession(anna, client);
    await signedNote(anna, client, "Slept well.");
  }
  return { anna, ida, otto };
}

test("a client's page leads to what the other sections hold of that client, and of nobody else", async ({ stage }) => {
  const { anna, ida } = await two(stage);
  const page = await anna.open(`/clients/${ida}`);
  await elsewhere(page).waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "client-elsewhere");
  for (const [link, isTable] of [["Appointments", false], ["Sessions", true]] as const) {
    await elsewhere(page).getByRole("link", { name: link }).click();
    await page.getByRole("main").getByText("Ida Moss").nth(1).waitFor();
    expect(page.url()).not.toContain("Moss");
    expect(await page.getByText("Otto Fern").count()).toBe(0);
    await axe(page);
    await noSidewaysScroll(page, 320);
    await shot(page, `client-elsewhere-${link.toLowerCase()}`);
    await page.getByRole("button", { name: "Show all clients" }).click();
    if (isTable) await page.getByText("Otto Fern").first().waitFor();
    await page.goBack();
  }
  await elsewhere(page).getByRole("link", { name: "Notes" }).click();
  await page.getByRole("button", { name: /Ida Moss/ }).first().waitFor();
  await page.goBack();
  await elsewhere(page).getByRole("link", { name: "Invoices" }).click();
  await page.getByRole("button", { name: /Ida Moss/ }).waitFor();
  await shot(page, "client-elsewhere-invoices");

  const desk = await stage.member(anna, "desk", { CLIENTS: "VIEW", CALENDAR: "VIEW" });
  const theirs = await desk.open(`/clients/${ida}`);
  await elsewhere(theirs).waitFor();
  expect(await elsewhere(theirs).getByRole("link").allTextContents()).toEqual(["Appointments"]);
});

interface Readings {
  account: { activity: { nodes: { code: string }[] } };
}

test("an open ledger is read again for its own client alone, and that is no opening", async ({ stage }) => {
  const { anna, ida, otto } = await two(stage);
  const biller = await stage.member(anna, "biller", { PAYMENTS: "VIEW" });
  const page = await biller.open(`/payments/${ida}`);
  await owed(page, "$135.00");
  await postPayment(anna, otto, 5000);
  await postPayment(anna, ida, 3500, { oldestFirst: true });
  await owed(page, "$100.00");
  const query = "query($id: ID!, $filter: ActivityFilter) { account(id: $id) { activity(filter: $filter) { nodes { code } } } }";
  const { account } = await stage.query<Readings>(anna, query, { id: anna.account.id, filter: { username: biller.username, client: ida } });
  expect(account.activity.nodes.map(({ code }) => code)).toEqual(["ledger.refreshed", "ledger.opened"]);
});
