import { expect, test } from "vitest";
import type { Entry } from "../../activitylog/entry";
import { byOpener } from "./byOpener";

const entry = (id: string, username: string, role: Entry["role"]) => ({ id, username, role }) as Entry;

test("each entry is told once, under who did it; the last who did something is first", () => {
  const groups = byOpener([entry("4", "ann", "MASTER"), entry("3", "ben", "OWNER"), entry("2", "ann", "MEMBER"), entry("1", "system:demo", "SYSTEM")]);
  expect(groups.map(({ username, role, entries }) => [username, role, entries.map(({ id }) => id)])).toEqual([
    ["ann", "MASTER", ["4", "2"]],
    ["ben", "OWNER", ["3"]],
    ["system:demo", "SYSTEM", ["1"]],
  ]);
});
