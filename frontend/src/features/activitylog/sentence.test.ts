// @vitest-environment node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changesOf } from "./changes";
import { partsOf, plain } from "./data";
import type { Entry } from "./entry";
import { codeTitle, codes, sentenceOf } from "./sentence";

const root = join(import.meta.dirname, "../../../..");
const telling = { account: "account-1", zone: "America/New_York" };

const blank: Entry = {
  __typename: "Event",
  id: "event-1",
  occurredAt: "2026-11-25T20:00:00.000000Z",
  code: null,
  action: "R",
  outcome: "OK",
  reason: "",
  username: "marisol.reyes",
  app: "",
  token: null,
  role: "OWNER",
  requestId: "r",
  ip: "127.0.0.1",
  userAgent: "",
  section: null,
  levelHeld: null,
  levelNeeded: null,
  entityType: null,
  entityIds: [],
  clientIds: [],
  rowCount: 0,
  changes: {},
  counterpart: null,
  authorization: null,
  emergency: null,
  seenAs: null,
  seq: null,
};
const say = (entry: Partial<Entry>): string => plain(sentenceOf({ ...blank, ...entry }, telling));

// Every code that the server can write, with the words by which its search finds it.
const written = new Map(
  [...readFileSync(join(root, "internal/activity/codes.go"), "utf8").matchAll(/\{"([a-z._]+)", "([^"]+)"\}/g)].map(([, code = "", words = ""]) => [code, words]),
);

test("every code that the server writes has a sentence of its own", () => {
  expect(written.size).toBeGreaterThan(30);
  expect([...written.keys()].filter((code) => !codes.includes(code))).toEqual([]);
});

test("a kind is found by the name that it has on the screen", () => {
  for (const [code, words] of written) expect(words.split(", "), code).toContain(codeTitle(code).toLowerCase());
});

// What the server finds out by itself is done by nobody.
const byNobody = ["link.ended", "webhook.failing"];

test("every kind tells who, and has a name for the filter", () => {
  for (const code of codes.filter((one) => !byNobody.includes(one))) expect(say({ code }), code).toMatch(/marisol\.reyes|Somebody/);
  for (const code of codes) {
    expect(say({ code }), code).not.toMatch(/[{}]/);
    expect(codeTitle(code), code).not.toContain(".");
  }
});

test("what an app does is told of the app and of its username", () => {
  expect(say({ code: "client.opened", app: "Billing sync" })).toMatch(/^Billing sync for marisol\.reyes /);
});

test("what an app is let do is told apart from a token that was made", () => {
  const app = { token: ["Billing", "Billing"], kind: [null, "APP"] };
  expect(say({ code: "token.created", changes: { token: ["Billing", "Billing"] } })).toBe("marisol.reyes made an API token for Billing");
  expect(say({ code: "token.created", changes: app })).toBe("marisol.reyes let Billing in");
  expect(say({ code: "token.revoked", changes: app })).toBe("marisol.reyes ended what Billing was let do");
  expect(say({ code: "token.revoked", changes: app, app: "Billing" })).toBe("Billing for marisol.reyes gave back what it was let do");
  expect(say({ code: "token.misused", changes: app, app: "Billing", outcome: "FAILED", reason: "a code was used twice" })).toBe(
    "What Billing for marisol.reyes was let do has ended, as somebody else may have it: a code was used twice",
  );
});

test("the levels of an app are told with its name", () => {
  const changes = { app: ["Billing", "Billing"], CLIENTS: ["NONE", "VIEW"] };
  expect(say({ code: "app.let_in", changes })).toBe("marisol.reyes let the app Billing do in this account at most: Clients from No Access to View Only");
  expect(say({ code: "app.let_in", changes: { app: changes.app } })).toBe("marisol.reyes let the app Billing into this account");
});

test("a code that is not known is told readably", () => {
  expect(say({ code: "note.signed_late" })).toBe("marisol.reyes: note signed late");
  expect(codeTitle("note.lost")).toBe("note lost");
});

test("privileges are told with section and levels, before and after", () => {
  const changes = { "ann.billing CALENDAR": ["VIEW", "FULL"] };
  expect(say({ code: "privilege.changed", changes })).toBe("marisol.reyes changed the privileges of ann.billing: Calendar from View Only to Full Access");
});

test("many privileges are told in the order of the sections, and counted", () => {
  const changes = { "ann.billing REPORTS": ["NONE", "FULL"], "ann.billing CLIENTS": ["FULL", "NONE"], "ann.billing NOTES": ["NONE", "VIEW"] };
  expect(say({ code: "privilege.changed", changes })).toBe(
    "marisol.reyes changed the privileges of ann.billing: Clients from Full Access to No Access; Session Notes from No Access to View Only and 1 more",
  );
  expect(say({ code: "privilege.changed", changes: { ...changes, "theo.frontdesk NOTES": ["NONE", "VIEW"] } })).toBe(
    "marisol.reyes changed 4 levels of ann.billing, theo.frontdesk",
  );
});

test("a refused sign-in does not say that the username tried it", () => {
  expect(say({ code: "login.fail", outcome: "FAILED", reason: "wrong username or password" })).toBe("Somebody tried to sign in as marisol.reyes: refused");
  expect(say({ code: "login.fail", outcome: "FAILED", reason: "locked", rowCount: 12 })).toBe("Somebody tried 12 more times to sign in as marisol.reyes: locked for a while");
});

test("refusals name section and levels, or the rule", () => {
  expect(say({ code: "access.denied", outcome: "DENIED", section: "CLIENTS", levelNeeded: "VIEW", levelHeld: "NONE" })).toBe(
    "marisol.reyes was refused in Clients: View Only is needed, No Access was held",
  );
  expect(say({ code: "access.denied", outcome: "DENIED", reason: "privilege.changed: Nobody raises their own rights." })).toBe(
    "marisol.reyes was refused: Nobody raises their own rights.",
  );
});

test("personal values are told as changed only", () => {
  const entry = { ...blank, code: "client.changed", changes: { firstName: ["changed"], homePhone: ["changed"] } };
  expect(plain(sentenceOf(entry, telling))).toBe("marisol.reyes changed a client: first name; home phone");
  expect(changesOf(entry, telling.zone).map(({ before, after, isPrivate }) => [before, after, isPrivate])).toEqual([
    ["", "", true],
    ["", "", true],
  ]);
});

test("a level that ends is told with its end, in the account's time", () => {
  const [change] = changesOf({ ...blank, changes: { "ivy.auditor NOTES": [null, "VIEW until 2027-02-03T15:00:00Z"] } }, telling.zone);
  expect(change).toMatchObject({ username: "ivy.auditor", what: "Session Notes", before: "", after: "View Only until Feb 3, 2027, 10:00 AM EST" });
});

test("whose password had to be changed is told", () => {
  expect(say({ code: "password.forced", changes: { username: ["ann.billing", "ann.billing"] } })).toBe("marisol.reyes made ann.billing choose a new password");
});

test("an export is told with what was asked for", () => {
  const changes = { section: [null, "CLIENTS"], text: ["changed"], until: [null, "2026-11-25T20:00:00Z"] };
  expect(say({ code: "log.exported", rowCount: 12, changes })).toBe("marisol.reyes exported 12 entries of this log: section is Clients; text");
  expect(say({ code: "log.exported", rowCount: 1 })).toBe("marisol.reyes exported 1 entry of this log");
});

test("data cannot break out of its marks", () => {
  const entry = { ...blank, code: "username.added", changes: { username: [null, "a\u2069b"] } };
  expect(partsOf(sentenceOf(entry, telling)).filter(({ isData }) => isData).map(({ text }) => text)).toEqual(["marisol.reyes", "ab"]);
});
