import type { Page } from "playwright-core";
import type { OpenPsychotherapyNoteQuery, WritePsychotherapyNoteMutation } from "../frontend/src/gen/types";
import { axe } from "./harness/axe";
import type { Person } from "./harness/person";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addClient } from "./steps/clients";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function write(person: Person, client: string, body: string): Promise<string> {
  const { writePsychotherapyNote: written } = await person.api<WritePsychotherapyNoteMutation>("WritePsychotherapyNote", {
    account: person.account.id,
    client,
    input: { noteDate: "2026-03-02", body },
  });
  return written?.psychotherapyNote?.id ?? "";
}

test("Psychotherapy Notes: written for oneself, shared after a question, and taken back", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  const page = await anna.open("/psychotherapy-notes");
  await page.getByText("There are no psychotherapy notes for you to see").waitFor();
  await page.getByText("These notes are kept apart from the record.").waitFor();
  await shot(page, "psychotherapy-notes-empty");

  await button(page, "Write note").first().click();
  await page.getByRole("button", { name: /Client/ }).click();
  await page.getByRole("option", { name: /Ida Moss/ }).click();
  await page.getByRole("textbox", { name: "Text" }).fill("The locked garden.");
  await shot(page, "psychotherapy-note-write");
  await button(page, "Save").click();
  await page.getByRole("heading", { name: /^Psychotherapy note of / }).waitFor();
  await page.getByText("Yours alone").waitFor();
  expect(await page.title()).not.toContain("Moss");

  await button(page, "Share").click();
  const question = page.getByRole("alertdialog");
  await question.getByText("what was read stays read").waitFor();
  await axe(page);
  await question.getByRole("button", { name: "Share" }).click();
  await button(page, "Stop sharing").waitFor();
  await shot(page, "psychotherapy-note");
  await button(page, "Stop sharing").click();
  await page.getByText("The note is yours alone again.").waitFor();
  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link").click();
  await page.getByRole("link", { name: "Ida Moss" }).waitFor();
  await shot(page, "psychotherapy-notes");
});

test("another's psychotherapy note does not exist, not even for the owner of the account, until it is shared", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const client = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  const associate = await stage.member(anna, "associate", { PSYCHOTHERAPY_NOTES: "FULL" });
  const id = await write(associate, client.id, "The locked garden.");
  for (const path of ["/psychotherapy-notes", `/psychotherapy-notes/${id}`, `/clients/${client.id}`]) {
    const page = await anna.open(path);
    await page.getByText(/There are no psychotherapy notes|There is no such note|Date of birth/).first().waitFor();
    for (const body of await stage.watch.bodies(page)) expect(body).not.toContain("locked garden");
    expect(await page.getByText(associate.username).count()).toBe(0);
  }
  await expect(anna.api("OpenPsychotherapyNote", { account: anna.account.id, id })).rejects.toThrow("NOT_FOUND");

  await associate.api("SharePsychotherapyNote", { account: anna.account.id, id, version: 1, shared: true });
  const page = await anna.open(`/psychotherapy-notes/${id}`);
  await page.getByText("The locked garden.").waitFor();
  await page.getByText(`Written by ${associate.username}, who alone can change it.`).waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
  await shot(page, "psychotherapy-note-shared");
  await expect(
    anna.api("EditPsychotherapyNote", { account: anna.account.id, id, version: 2, input: { noteDate: "2026-03-02", body: "x" } }),
  ).rejects.toThrow("FORBIDDEN");
  const { account } = await associate.api<OpenPsychotherapyNoteQuery>("OpenPsychotherapyNote", { account: anna.account.id, id });
  expect(account?.psychotherapyNote?.body).toBe("The locked garden.");
});

test("6: who has everything that one can be given has no Psychotherapy Notes, and no menu entry for them", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const master = await stage.member(anna, "master");
  const page = await master.open("/notes");
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Session Notes" }).waitFor();
  expect(await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Psychotherapy Notes" }).count()).toBe(0);
});
