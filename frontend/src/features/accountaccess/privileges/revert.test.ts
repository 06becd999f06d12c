import { expect, test } from "vitest";
import { revertOf } from "./revert";
import { row } from "./testRow";

const until = "2027-02-03T05:00:00.123456Z";
const saved = { "ann CLIENTS": ["FULL", "VIEW"], "ben NOTES": ["NONE", "FULL"], "ben CALENDAR": [`VIEW until ${until}`, "NONE"] };
const links = ["ann", "ben"];

test("each level is put back, with its times", () => {
  const { changes, since } = revertOf(saved, links, [row("ann", { CLIENTS: "VIEW" }), row("ben", { NOTES: "FULL" })]);
  expect(since).toEqual([]);
  expect(changes.map(({ key, to }) => [key, to])).toEqual([
    ["ann CLIENTS", { level: "FULL", from: null, until: null }],
    ["ben NOTES", { level: "NONE", from: null, until: null }],
    ["ben CALENDAR", { level: "VIEW", from: null, until }],
  ]);
});

test("what was changed since is told, and so is a username that is gone", () => {
  expect(revertOf(saved, links, [row("ben", { NOTES: "VIEW" })]).since).toEqual([
    { username: "ann", section: "CLIENTS" },
    { username: "ben", section: "NOTES" },
  ]);
});

test("another username that is called so is nobody of then", () => {
  expect(revertOf({ "ann CLIENTS": ["FULL", "VIEW"] }, ["other"], [row("ann", { CLIENTS: "VIEW" })]).changes).toEqual([]);
});

test("what stands as before is nothing to put back, and other fields are no levels", () => {
  expect(revertOf({ "ann CLIENTS": ["FULL", "VIEW"], username: ["ann", "ann"] }, links, [row("ann", { CLIENTS: "FULL" })])).toEqual({ changes: [], since: [] });
});
