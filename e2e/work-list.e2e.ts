import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import type { Person } from "./harness/person";
import { shot } from "./harness/shot";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";
import { addSession, practise } from "./steps/clientSessions";
import { writeNote } from "./steps/notes";
import { daysAgo } from "./steps/payments";
import { setLevel } from "./steps/setLevel";

const kinds = ["Notes that are not signed", "Sessions that are not billed", "Balances of 30 days and more", "Authorizations that run out"];

// In each account Ida owes what is left of $135.00 for a session, has a draft and an authorization that ends soon.
async function waiting(person: Person, days: number, paid: number): Promise<void> {
  const ida = await practise(person);
  await addSession(person, ida, { serviceDate: daysAgo(days), paidAtSession: paid });
  await writeNote(person, ida, { noteDate: daysAgo(days), body: "Slept well." });
  await person.api("AddAuthorization", {
    account: person.account.id,
    client: ida,
    input: { number: `A-${days}`, fromDate: daysAgo(days), untilDate: daysAgo(-10), sessionsAllowed: 10 },
  });
}

async function twoAccounts(stage: Stage) {
  const [anna, ben] = await Promise.all([stage.provider("anna"), stage.provider("ben")]);
  await Promise.all([waiting(anna, 40, 2_000), waiting(ben, 100, 0)]);
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  return { anna, ben, master };
}

test("Work List: what waits in all accounts is one list, the longest waiting first", async ({ stage }) => {
  const { anna, ben, master } = await twoAccounts(stage);
  const page = await master.open("/work-list");
  for (const kind of kinds) {
    const rows = page.getByRole("table", { name: kind }).getByRole("row");
    await rows.nth(2).waitFor();
    expect(await rows.allTextContents(), kind).toEqual([
      expect.anything(),
      expect.stringContaining(kind.startsWith("Auth") ? anna.account.providerName : ben.account.providerName),
      expect.stringContaining(kind.startsWith("Auth") ? ben.account.providerName : anna.account.providerName),
    ]);
  }
  await shot(page, "work-list");
  await axe(page);
  await page.getByRole("table", { name: kinds[2] }).getByRole("link", { name: "Ida Moss" }).first().click();
  await page.waitForURL(new RegExp(`${ben.account.id}/payments/`));
});

test("Work List: an account without the level is not in it, with no row and no number, and a level that goes takes its rows along", async ({ stage }) => {
  const { ben, master } = await twoAccounts(stage);
  await setLevel(stage, ben, master.username, "NOTES", "NONE");
  const page = await master.open("/work-list");
  const notes = page.getByRole("region", { name: kinds[0] });
  await notes.getByText("1 to do").waitFor();
  expect(await notes.getByText(ben.account.providerName).count()).toBe(0);
  const owed = page.getByRole("region", { name: kinds[2] });
  await owed.getByText("2 to do").waitFor();
  await setLevel(stage, ben, master.username, "PAYMENTS", "NONE");
  await owed.getByText("1 to do").waitFor();
  expect(await owed.getByText(ben.account.providerName).count()).toBe(0);
});

test("Work List: kinds that one may see in no account are not there, and nothing to do is said", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const clerk = await stage.member(anna, "clerk", { NOTES: "VIEW" });
  const page = await clerk.open("/work-list", { phone: true });
  await page.getByText("All session notes are signed").waitFor();
  for (const kind of kinds.slice(1)) expect(await page.getByText(kind).count(), kind).toBe(0);
  await axe(page);
  const hidden = await stage.member(anna, "hidden", {});
  const nothing = await hidden.open("/work-list");
  await nothing.getByText("There is nothing here for you").waitFor();
  await axe(nothing);
});

test("Work List: on a phone each piece of work is a card", async ({ stage }) => {
  const { master, ben } = await twoAccounts(stage);
  const page = await master.open("/work-list", { phone: true });
  await page.getByText(ben.account.providerName).first().waitFor();
  await page.getByText("$135.00").first().waitFor();
  await shot(page, "work-list-phone");
  await axe(page);
  await noSidewaysScroll(page, 320);
});
