import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import type { Person } from "./harness/person";
import { printShot, shot } from "./harness/shot";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";
import { bookAppointment } from "./steps/appointments";
import { addSession, practise } from "./steps/clientSessions";
import { signedNote } from "./steps/notes";
import { daysAgo } from "./steps/payments";
import { paper, printed } from "./steps/printing";
import { exported, textOf } from "./steps/reports";

// Ida with something in each section, and a psychotherapy note that is in no export.
async function known(stage: Stage): Promise<{ anna: Person; ida: string; note: string }> {
  const anna = await stage.provider("anna");
  const ida = await practise(anna);
  const account = anna.account.id;
  await bookAppointment(anna, { client: ida, start: `${daysAgo(0)}T17:00:00Z`, minutes: 50 });
  await addSession(anna, ida, { paidAtSession: 3500 });
  const { id: note } = await signedNote(anna, ida, "Slept well.\nAte <b>well</b>.");
  await anna.api("AddendNote", { account, id: note, body: "And walked." });
  await anna.api("WritePsychotherapyNote", { account, client: ida, input: { noteDate: "2026-03-02", body: "Kept apart." } });
  return { anna, ida, note };
}

test("a client's record is saved as one page that says what is left out, and why; psychotherapy notes are in none", async ({ stage }) => {
  const { anna, ida } = await known(stage);
  const page = await anna.open(`/clients/${ida}`);
  await page.getByRole("button", { name: "Export record" }).click();
  const dialog = page.getByRole("dialog", { name: "Export this client's record" });
  await dialog.getByText("They are kept apart from the record").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "record-dialog");
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Save as a file" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^record-1001-\d{4}-\d\d-\d\d\.html$/);
  const file = await textOf(download);
  for (const text of ["Ida", "90834", "Slept well.", "Ate &lt;b&gt;well&lt;/b&gt;.", "And walked.", "is as it was signed", "135.00", "Psychotherapy Notes"]) expect(file).toContain(text);
  expect(file).not.toContain("Kept apart.");
  expect(file).not.toMatch(/<script|src=|href=/);
  const reader = await page.context().newPage();
  await reader.setContent(file);
  await reader.getByRole("heading", { name: "Record of Ida Moss" }).waitFor();
  await printShot(reader, "record-file");
  await reader.close();

  const clerk = await stage.member(anna, "clerk", { CLIENTS: "VIEW", REPORTS: "FULL" });
  const theirs = await clerk.open(`/clients/${ida}`);
  await theirs.getByRole("button", { name: "Export record" }).click();
  await printed(theirs);
  await paper(theirs).getByText("Whoever made this has No Access to this section.").first().waitFor({ state: "attached" });
  expect(await paper(theirs).textContent()).not.toContain("Slept");
  await printShot(theirs, "record-paper");
  const desk = await stage.member(anna, "desk", { CLIENTS: "VIEW", REPORTS: "VIEW" });
  const shut = await desk.open(`/clients/${ida}`);
  expect(await shut.getByRole("button", { name: "Export record" }).getAttribute("aria-disabled")).toBe("true");
});

test("a ledger, the sessions, the calendar and a signed note leave by their buttons, and the log tells of each", async ({ stage }) => {
  const { anna, ida, note } = await known(stage);
  const page = await anna.open(`/payments/${ida}`);
  expect(await exported(page)).toContain("Date,Entry,Type,Date of service,Remark,Posted by,Amount,Balance\r\n");
  await shot(page, "ledger-leaves");
  await printed(page);
  await page.emulateMedia({ media: "print" });
  await page.getByRole("heading", { name: "Statement" }).waitFor();
  expect(await page.getByRole("heading", { name: "Ida Moss" }).isVisible()).toBe(false);
  await printShot(page, "statement-paper");

  const sessions = await anna.open("/client-sessions");
  await sessions.getByText("Ida Moss").first().waitFor();
  expect(await exported(sessions)).toContain("1001,Ida Moss,2026-03-02,90834,F41.1");
  await shot(sessions, "sessions-leave");

  const calendar = await anna.open("/calendar?view=week");
  await calendar.getByRole("group", { name: "Calendar" }).waitFor();
  await shot(calendar, "calendar-leaves");
  await printed(calendar);
  await printShot(calendar, "calendar-paper");

  const written = await anna.open(`/notes/${note}`);
  await written.getByText("And walked.").first().waitFor();
  await axe(written);
  await shot(written, "note-leaves");
  await printed(written);
  await paper(written).getByText("The text and its addenda are what was signed.").waitFor({ state: "attached" });
  await printShot(written, "note-paper");

  await written.goto(`/p/${anna.account.id}/activity-log`);
  for (const said of ["printed a session note", "of the appointments", "exported 1 line of the list of client sessions", "printed 2 lines of the ledger of a client"]) {
    await written.getByText(said).first().waitFor();
  }
});
