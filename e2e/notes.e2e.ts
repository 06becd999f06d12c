import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { settled } from "./harness/settled";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addClient } from "./steps/clients";
import { openNote, signedNote, writeNote } from "./steps/notes";

const text = (page: Page) => page.getByRole("textbox", { name: "Text" });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("Session Notes: written from a template, signed once it says something, and added to", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const client = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  await stage.query(anna, `mutation($a: ID!) { addNoteTemplate(account: $a, input: { name: "DAP", noteType: TREATMENT_PLAN, body: "Data:\\n\\nAssessment:\\n\\nPlan:" }) { __typename } }`, { a: anna.account.id });
  const page = await anna.open("/notes");
  await page.getByText("There are no session notes yet").waitFor();
  await shot(page, "notes-empty");

  await button(page, "Write note").first().click();
  await page.getByRole("heading", { name: "Write note", level: 1 }).waitFor();
  await settled(page); // a list that is open closes where the page moves to its place
  await page.getByRole("button", { name: /Client/ }).click();
  await page.getByRole("option", { name: /Ida Moss/ }).click();
  await page.getByRole("button", { name: /Template/ }).click();
  await page.getByRole("option", { name: /DAP/ }).click();
  await expect.poll(() => text(page).inputValue()).toContain("Assessment:");
  await shot(page, "note-write");
  await button(page, "Save draft").click();
  await page.getByRole("heading", { name: /^Treatment plan of / }).waitFor();
  expect(await page.title()).not.toContain("Moss");

  await button(page, "Review and sign").click();
  const question = page.getByRole("dialog");
  await question.getByRole("button", { name: `Sign as ${anna.username}` }).click();
  await question.getByText("This is the template and nothing more.").waitFor();
  await axe(page);
  await button(page, "Not yet").click();

  await text(page).fill("Data: slept well.\n\nAssessment: better.\n\nPlan: go on.");
  await button(page, "Review and sign").click();
  await question.getByText("Its text can never be changed afterwards").waitFor();
  await question.getByText("Data: slept well.").waitFor();
  await shot(page, "note-sign");
  await question.getByRole("button", { name: `Sign as ${anna.username}` }).click();
  await page.getByText(`Signed by ${anna.username} on `).waitFor();
  expect(await text(page).count()).toBe(0);

  await page.getByRole("textbox", { name: "New addendum" }).fill("Called on the next day.");
  await button(page, "Add addendum").click();
  await page.getByText(`Added by ${anna.username} on `).waitFor();
  await expect.poll(() => page.getByRole("textbox", { name: "New addendum" }).inputValue()).toBe("");
  await shot(page, "note-signed");
  const id = decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");
  expect(await openNote(anna, id)).toMatchObject({ status: "SIGNED", signedBy: anna.username, intact: true, addenda: [{ body: "Called on the next day." }] });

  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Session Notes" }).click();
  await page.getByRole("link", { name: "Ida Moss" }).waitFor();
  await writeNote(anna, client.id, { body: "A draft.", noteType: "INTAKE" });
  await page.getByText("2 of 2 notes").waitFor();
  await shot(page, "notes");
  await page.getByRole("button", { name: /Status/ }).click();
  await page.getByRole("option", { name: "Drafts", exact: true }).click();
  await page.getByText("1 of 1 notes").waitFor();
});

test("Session Notes: a draft that nobody wants is discarded, and comes back by Undo", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const client = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  const { id } = await writeNote(anna, client.id, { body: "A draft." });
  const page = await anna.open(`/notes/${id}`);
  await button(page, "Discard draft").click();
  await page.getByText("This draft was discarded").waitFor();
  await axe(page);
  await shot(page, "note-discarded");
  await button(page, "Undo").click();
  await text(page).waitFor();
  expect((await openNote(anna, id)).status).toBe("DRAFT");
});

test("6: with View Only on Session Notes a note can be read, and nothing of it changed", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const client = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  const [signed, draft] = [await signedNote(anna, client.id, "Slept well."), await writeNote(anna, client.id, { body: "A draft." })];
  const reader = await stage.member(anna, "reader", { NOTES: "VIEW" });
  const page = await reader.open(`/notes/${signed.id}`);
  await page.getByText("Slept well.").waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
  await shot(page, "note-view-only");
  await page.goto(`/p/${anna.account.id}/notes/${draft.id}`);
  await page.getByText("and not signed.").waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
  await page.goto(`/p/${anna.account.id}/notes/new`);
  await page.getByText("You cannot write notes here").waitFor();
  await axe(page);
});

test("F9: two people write at the same draft: the second sees both texts, and nothing is lost", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const client = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  const { id } = await writeNote(anna, client.id, { body: "First." });
  const master = await stage.member(anna, "master");
  const [mine, theirs] = [await anna.open(`/notes/${id}`), await master.open(`/notes/${id}`)];
  await text(mine).fill("Mine.");
  await text(theirs).fill("Theirs.");
  await button(theirs, "Save draft").click();
  await theirs.getByText("The draft is saved.").waitFor();

  await button(mine, "Save draft").click();
  const question = mine.getByRole("dialog");
  await question.getByText("Somebody else saved this while you were editing").waitFor();
  await question.getByText("Theirs.").waitFor();
  await shot(mine, "note-conflict");
  await question.getByRole("radiogroup", { name: "Text" }).getByText("Mine.").click();
  await button(mine, "Save what I chose").click();
  await expect.poll(async () => (await openNote(anna, id)).body).toBe("Mine.");
});

test("34: what is typed survives the end of the sign-in, and is there again for the same username", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const client = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  const { id } = await writeNote(anna, client.id, { body: "First." });
  const page = await anna.open(`/notes/${id}`);
  const saidSo = page.waitForResponse((response) => response.request().postData()?.includes(`"editing":true`) ?? false);
  await text(page).fill("First. And a long second thought.");
  await saidSo; // else that would ask for the sign-in before the button is pressed
  await page.context().clearCookies();
  await button(page, "Save draft").click();
  const again = page.getByRole("dialog");
  await again.getByLabel("Password").first().fill(anna.password);
  await again.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("The draft is saved.").waitFor();
  expect((await openNote(anna, id)).body).toBe("First. And a long second thought.");
});

test("a note of another account is as unknown as one that never was", async ({ stage }) => {
  const [anna, ben] = [await stage.provider("anna"), await stage.provider("ben")];
  const client = await addClient(ben, { firstName: "Ruth", lastName: "Quill" });
  const theirs = await signedNote(ben, client.id, "Slept well.");
  for (const id of [theirs.id, "never-was"]) {
    const page = await anna.open(`/notes/${id}`);
    await page.getByText("There is no such note in this account").waitFor();
    for (const body of await stage.watch.bodies(page)) expect(body).not.toContain("Slept well");
  }
});
