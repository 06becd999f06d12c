import { expect, it } from "vitest";
import { planOf, settingFor } from "./bulk";
import { row } from "./testRow";
import { cellKey } from "./rows";

const end = "2027-01-01T00:00:00Z";

it("leaves out and counts what may not be granted", () => {
  const mine = row("ann", { CLIENTS: "NONE" }, { CLIENTS: { grantable: "VIEW" } });
  const locked = { ...row("owner"), locked: "The owner's privileges cannot be changed." };
  const targets = [mine, locked].flatMap((one) => (["CLIENTS", "NOTES"] as const).map((section) => ({ row: one, section, level: "FULL" as const })));
  const plan = planOf(targets);
  expect([...plan.wishes.keys()]).toEqual([cellKey("ann", "NOTES")]);
  expect(plan.leftOut).toBe(3);
});

it("gives more only until the giver's own access ends", () => {
  const ann = row("ann", { CLIENTS: "VIEW" }, { CLIENTS: { grantableUntil: end } });
  expect(settingFor(ann, "CLIENTS", "FULL").until).toBe(end);
  expect(settingFor(ann, "CLIENTS", "NONE").until).toBe(null);
});

it("keeps an earlier end that is set, and one that was just set", () => {
  const earlier = "2026-12-01T00:00:00Z";
  const ann = row("ann", { CLIENTS: "VIEW" }, { CLIENTS: { grantableUntil: end, validUntil: earlier } });
  expect(settingFor(ann, "CLIENTS", "FULL").until).toBe(earlier);
  expect(settingFor(ann, "CLIENTS", "FULL", { level: "VIEW", from: null, until: null }).until).toBe(null);
});
