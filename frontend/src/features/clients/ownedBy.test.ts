import { expect, test } from "vitest";
import { ownedBy } from "./ownedBy";

const idOf = (account: number, row: number, type: string) => Buffer.concat([Buffer.alloc(16, account), Buffer.alloc(16, row), Buffer.from(type)]).toString("base64url");

test("a client is of the account whose bytes begin its id, and of no other", () => {
  expect(ownedBy(idOf(1, 1, "Account"), idOf(1, 9, "Client"))).toBe(true);
  expect(ownedBy(idOf(1, 1, "Account"), idOf(2, 9, "Client"))).toBe(false);
  expect(ownedBy(idOf(1, 1, "Account"), "nonsense")).toBe(false);
});
