import type { Page } from "playwright-core";
import type { GenerateInvoicesMutation, WritePsychotherapyNoteMutation } from "../frontend/src/gen/types";
import { axe } from "./harness/axe";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addSession, practise } from "./steps/clientSessions";
import { addClient } from "./steps/clients";
import { addPayer } from "./steps/copyCodes";
import { writeNote } from "./steps/notes";
import { operationOf } from "./steps/privileges";

// What the page does every 20 seconds it also does when it is looked at again.
const lookAgain = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

test("two people at one client see each other, and who has begun to change it", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const biller = await stage.member(anna, "biller");
  const { id } = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  const first = await anna.open(`/clients/${id}`);
  await first.getByRole("heading", { name: "Ida Moss" }).waitFor();
  const second = await biller.open(`/clients/${id}/edit`);
  await second.getByText(`Also here: ${anna.username}`).waitFor();
  await second.getByLabel("City").fill("Albany");
  await lookAgain(first);
  await first.getByText(`Also here: ${biller.username} (editing)`).waitFor();
  await shot(first, "client-also-here");

  await second.getByRole("button", { name: "Save" }).click();
  await second.getByRole("heading", { name: "Ida Moss" }).waitFor();
  await second.getByRole("link", { name: "Codes Setup" }).click();
  await second.getByRole("heading", { level: 1 }).waitFor();
  await expect.poll(async () => (await lookAgain(first), first.getByText("Also here").count())).toBe(0);
});

test("who else is at a client session and a session note is said, and that they change it", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const master = await stage.member(anna, "master");
  const ida = await practise(anna);
  const session = await addSession(anna, ida);
  const note = await writeNote(anna, ida, { body: "She slept well." });
  for (const [path, field] of [[`/client-sessions/${session}`, "Minutes"], [`/notes/${note.id}`, "Text"]] as const) {
    const first = await anna.open(path);
    await first.getByRole("heading", { level: 1 }).waitFor();
    const second = await master.open(path);
    await second.getByText(`Also here: ${anna.username}`).waitFor();
    await second.getByRole("textbox", { name: field, exact: true }).fill("77");
    await lookAgain(first);
    await first.getByText(`Also here: ${master.username} (editing)`).waitFor();
    await axe(first);
    await shot(first, `also-here-${field.toLowerCase()}`);
  }
});

test("who else is at a client's ledger and at an invoice is said", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const master = await stage.member(anna, "master");
  const ida = await practise(anna);
  const input = { batch: crypto.randomUUID(), date: "2026-03-31", sessions: [await addSession(anna, ida, { billTo: "CLIENT" })] };
  const { generateInvoices } = await anna.api<GenerateInvoicesMutation>("GenerateInvoices", { account: anna.account.id, input });
  for (const path of [`/payments/${ida}`, `/invoices/${generateInvoices?.invoices?.[0]?.id}`]) {
    const first = await anna.open(path);
    await first.getByRole("heading", { level: 1 }).waitFor();
    const second = await master.open(path);
    await second.getByText(`Also here: ${anna.username}`).waitFor();
    await shot(second, `also-here${path.replace(/\/[^/]*$/, "").replace("/", "-")}`);
  }
});

test("who else is at a policy is said to those who may see it", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ida = await practise(anna);
  await addPayer(anna, "Maple Hollow Mutual Health", "LX101");
  await anna.api("AddInsurancePolicy", { account: anna.account.id, client: ida, input: { payer: "ID LX101", memberId: "M1" } });
  const biller = await stage.member(anna, "biller", { INSURANCE: "FULL" });
  const first = await anna.open(`/insurance/${ida}`);
  const policy = first.getByRole("article", { name: "Maple Hollow Mutual Health" });
  await policy.waitFor();
  const second = await biller.open(`/insurance/${ida}`);
  await second.getByText(`Also here: ${anna.username}`).waitFor();
  await second.getByRole("button", { name: /^Edit the policy/ }).click();
  await lookAgain(first);
  await policy.getByText(`Also here: ${biller.username} (editing)`).waitFor();
  await axe(first);
  await shot(first, "also-here-policy");
});

test("who else is at Practice Setup, Username Privileges and an entry of Codes Setup is said", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const master = await stage.member(anna, "master");
  await addPayer(anna, "Maple Hollow Mutual Health", "LX101");
  for (const path of ["/practice-setup", "/account-access/privileges", "/codes-setup/payers"]) {
    const isEntry = path.startsWith("/codes-setup");
    const first = await anna.open(path);
    const second = await master.open(path);
    for (const page of [first, second]) if (isEntry) await page.getByRole("button", { name: "Maple Hollow Mutual Health", exact: true }).click();
    await second.getByText(`Also here: ${anna.username}`).waitFor();
    if (path === "/practice-setup") await second.getByLabel("Practice name").fill("Alder Lake");
    await lookAgain(first);
    await first.getByText(`Also here: ${master.username}`).waitFor();
    await axe(first);
    await shot(first, `also-here${path.replaceAll("/", "-")}`);
  }
});

test("whoever archives a client that somebody else has just changed is told what", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const biller = await stage.member(anna, "biller");
  const { id } = await addClient(anna, { firstName: "Ida", lastName: "Moss", city: "Albany" });
  const page = await anna.open(`/clients/${id}`);
  await page.getByRole("button", { name: "Archive" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Archive Ida Moss?" });
  await dialog.waitFor();
  // The press is under way when the colleague's save comes first.
  let isFirst = true;
  await page.route("**/graphql", async (route) => {
    if (isFirst && operationOf(route.request()) === "ArchiveClient") {
      isFirst = false;
      await biller.api("EditClient", { account: anna.account.id, id, version: 1, input: { firstName: "Ida", lastName: "Moss", city: "Boston" } });
    }
    await route.continue();
  });
  await dialog.getByRole("button", { name: "Archive" }).click();
  const told = dialog.getByRole("region", { name: "What somebody else has changed" });
  await told.getByText("Albany").waitFor();
  await told.getByText("Boston").waitFor();
  await axe(page);
  await shot(page, "stale-press");
  await dialog.getByRole("button", { name: "Archive" }).click();
  await page.getByText("Ida Moss is archived.").waitFor();
});

test("nobody is said to be at a psychotherapy note", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const ida = await practise(anna);
  const page = await anna.open("/psychotherapy-notes");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.postData() ?? ""));
  const { writePsychotherapyNote } = await anna.api<WritePsychotherapyNoteMutation>("WritePsychotherapyNote", { account: anna.account.id, client: ida, input: { noteDate: "2026-03-02", body: "The locked garden." } });
  await page.goto(`/p/${anna.account.id}/psychotherapy-notes/${writePsychotherapyNote?.psychotherapyNote?.id ?? ""}`);
  await page.getByRole("heading", { name: /^Psychotherapy note of / }).waitFor();
  await lookAgain(page);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((text) => text.includes("BeHere"))).toEqual([]);
});
