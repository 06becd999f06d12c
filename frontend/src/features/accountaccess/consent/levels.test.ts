import { expect, test } from "vitest";
import { inOneLine, levelOf, levelsOf, levelsToGive } from "./levels";

test("what is absent is No Access, and is not sent", () => {
  const levels = levelsOf([{ section: "PAYMENTS", level: "FULL" }, { section: "NOTES", level: "NONE" }, { section: "CLIENTS", level: "VIEW" }]);
  expect(levelOf(levels, "REPORTS")).toBe("NONE");
  expect(levelsToGive(levels)).toEqual([{ section: "CLIENTS", level: "VIEW" }, { section: "PAYMENTS", level: "FULL" }]);
  expect(inOneLine(levels)).toBe("Clients: View Only, Payments & Balances: Full Access");
});
