import type { Page } from "playwright-core";
import { axe, axeInTheDark } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import type { Person } from "./harness/person";
import { printShot, shot } from "./harness/shot";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";
import { addClient, openClient } from "./steps/clients";
import { openNote, signedNote } from "./steps/notes";

const person = (page: Page, name: string) => page.getByRole("button", { name: `What ${name} did`, exact: true });
const path = (client: string) => `/clients/${client}/opened`;

// A client whom several people had to do with; the owner wrote a psychotherapy note too.
async function known(stage: Stage): Promise<{ anna: Person; ben: Person; desk: Person; id: string }> {
  const [anna, ben] = await Promise.all([stage.provider("anna"), stage.provider("ben")]);
  const desk = await stage.member(anna, "desk", { CLIENTS: "FULL" });
  const { id, version } = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  await openClient(desk, id);
  await openClient(desk, id);
  await desk.api("EditClient", { account: anna.account.id, id, version, input: { firstName: "Ida", lastName: "Moss", email: "ida@example.com" } });
  const note = await signedNote(anna, id, "Slept well.");
  await openNote(anna, note.id);
  await stage.join(ben, anna);
  await ben.api("OpenClient", { account: anna.account.id, id });
  await anna.api("WritePsychotherapyNote", { account: anna.account.id, client: id, input: { noteDate: "2026-03-02", body: "Apart." } });
  return { anna, ben, desk, id };
}

test("7: a client's page shows who opened it, by person and in sentences, and prints it", async ({ stage }) => {
  const { anna, ben, desk, id } = await known(stage);
  const page = await anna.open(`/clients/${id}`);
  await page.getByRole("link", { name: "Who opened it" }).click();
  await person(page, desk.username).waitFor();
  expect(await page.title()).not.toContain("Moss");
  await page.getByRole("heading", { name: `${ben.username} Master username, at home in another account` }).waitFor();
  await page.getByText("Client opened: 2").waitFor();
  await page.getByText("Client changed: 1").waitFor();
  expect(await page.getByText("Session note signed: 1").count()).toBe(1);
  expect(await page.getByText(/Psychotherapy note/).count()).toBe(0);
  await axe(page);
  await axeInTheDark(page);
  await shot(page, "opened");

  await person(page, desk.username).press("Enter");
  await page.getByRole("button", { name: `${desk.username} changed a client: email` }).waitFor();
  expect(await page.getByRole("button", { name: `${desk.username} opened a client` }).count()).toBe(2);
  await axe(page);
  await shot(page, "opened-sentences");
  await person(page, anna.username).press("Enter");
  await page.getByRole("button", { name: `${anna.username} signed a session note` }).waitFor();
  expect(await page.getByText("wrote a psychotherapy note").count()).toBe(0);

  await page.emulateMedia({ media: "print" });
  expect(await page.getByText("Client opened: 2").isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  await page.getByRole("button", { name: "Print" }).click();
  const paper = page.getByRole("region", { name: "What is printed", includeHidden: true });
  await paper.getByText(`${desk.username} changed a client`).waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  await paper.getByRole("heading", { name: "Who opened this client's record" }).waitFor();
  await paper.getByText(`${anna.account.practiceName}, ${anna.account.providerName}`).waitFor();
  await paper.getByText("Ida Moss, number 1001").waitFor();
  await paper.getByText(/^\w+ \d+, \d{4} until now$/).waitFor();
  expect(await paper.getByText(/psychotherapy note/).count()).toBe(0);
  expect(await paper.getByText("read 3 entries of this log").count()).toBe(0);
  await printShot(page, "opened-printed");
  await page.emulateMedia({ media: null });

  await page.goto(`/p/${anna.account.id}/activity-log`);
  await page.getByRole("button", { name: /exported or printed \d+ entries of this log about one client/ }).waitFor();
  await page.getByRole("button", { name: `${anna.username} looked at who opened a client` }).first().waitFor();
});

test("7: a period with nobody in it says so, and fits on a narrow phone", async ({ stage }) => {
  const { anna, desk, id } = await known(stage);
  const page = await anna.open(path(id), { phone: true });
  await person(page, desk.username).waitFor();
  await noSidewaysScroll(page, 320);
  await page.getByRole("button", { name: /Period/ }).click();
  await page.getByRole("option", { name: "Past 30 days" }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("period")).toBe("MONTH");
  await person(page, desk.username).waitFor();
});

test("6: who opened a client needs the Activity Log; to print needs Reports & Exports", async ({ stage }) => {
  const { anna, desk, id } = await known(stage);
  const front = await desk.open(`/clients/${id}`);
  await front.getByRole("heading", { name: "Ida Moss" }).waitFor();
  expect(await front.getByRole("link", { name: "Who opened it" }).count()).toBe(0);
  await front.goto(`/p/${anna.account.id}${path(id)}`);
  await front.getByRole("heading", { name: "You have No Access to Activity Log" }).waitFor();
  await axe(front);

  const auditor = await stage.member(anna, "auditor", { CLIENTS: "VIEW", ACTIVITY_LOG: "VIEW" });
  const page = await auditor.open(path(id));
  await person(page, desk.username).waitFor();
  await page.getByRole("button", { name: "Print" }).press("Enter");
  await page.getByRole("tooltip", { name: "this needs Full Access" }).waitFor();
  await shot(page, "opened-view-only");
});
