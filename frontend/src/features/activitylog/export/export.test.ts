import { expect, test } from "vitest";
import type { Entry } from "../entry";
import { csvOf } from "./csv";
import { jsonOf } from "./json";

const telling = { account: "a", zone: "America/New_York" };
const entry = {
  __typename: "Event",
  id: "event-1",
  occurredAt: "2026-11-25T20:00:00.123456Z",
  code: "privilege.changed",
  action: "U",
  outcome: "OK",
  reason: "",
  username: "marisol.reyes",
  app: "",
  token: null,
  role: "OWNER",
  requestId: "r1",
  ip: "::1",
  userAgent: '=HYPERLINK("https://example.com","ok")',
  section: "ACCOUNT_ACCESS",
  levelHeld: null,
  levelNeeded: null,
  entityType: "Link",
  entityIds: ["l1", "l2"],
  clientIds: [],
  rowCount: 1,
  changes: { "ann.billing CALENDAR": ["VIEW", "FULL"], firstName: ["changed"] },
  counterpart: null,
  authorization: null,
  emergency: null,
  seenAs: null,
  seq: 12,
} satisfies Entry;

const rows = (csv: string): string[] => csv.replace("\uFEFF", "").trimEnd().split("\r\n");

test("each entry is a row with before and after", () => {
  const [head, row, ...rest] = rows(csvOf([entry], telling));
  expect(rest).toEqual([]);
  expect(head).toContain("Before,After");
  expect(row).toContain("first name: not kept: personal; ann.billing Calendar: View Only,first name: not kept: personal; ann.billing Calendar: Full Access");
  expect(row?.startsWith('12,2026-11-25T20:00:00.123456Z,"November 25, 2026 at 3:00:00')).toBe(true);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("%j does not begin a cell", (userAgent) => {
  const csv = csvOf([{ ...entry, userAgent }], telling);
  expect(csv).not.toContain(`,${userAgent}`);
  expect(csv).not.toContain(`,"${userAgent}`);
  expect(csv).toContain(`'${userAgent}`);
});

test("quotes and commas stay inside their cell", () => {
  expect(csvOf([entry], telling)).toContain(`,"'=HYPERLINK(""https://example.com"",""ok"")",`);
});

test("JSON holds every field and the sentence", () => {
  const [told] = JSON.parse(jsonOf([entry], telling)) as Record<string, unknown>[];
  const { __typename: _, ...fields } = entry;
  expect(told).toMatchObject(fields);
  expect(told?.sentence).toContain("marisol.reyes changed the privileges of ann.billing: ");
});
