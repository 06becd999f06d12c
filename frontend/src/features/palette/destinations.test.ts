import { expect, test } from "vitest";
import type { AccessLevel, Section } from "../../gen/types";
import { openAccount } from "../shell/viewer";
import { destinations } from "./destinations";

function labels(levels: Partial<Record<Section, AccessLevel>>): string[] {
  const myAccess = Object.entries(levels).map(([section, level]) => ({ __typename: "SectionAccess" as const, section: section as Section, level, title: section }));
  const account = openAccount({ __typename: "Account", id: "a", providerName: "Dr. A", practiceName: "A", timeZone: "UTC", myAccess, myEmergency: null });
  return destinations(account).map(({ label }) => label);
}

test("there is a way to what may be viewed, and to nothing else", () => {
  expect(labels({})).toEqual(["Home", "Work List", "My Access"]);
  expect(labels({ CALENDAR: "VIEW", CLIENTS: "NONE" })).toEqual(["Home", "Work List", "Calendar", "My Access"]);
});

test("what needs Full Access is there with that alone", () => {
  expect(labels({ CLIENTS: "VIEW" })).not.toContain("Clients: Add client");
  expect(labels({ CLIENTS: "FULL" })).toContain("Clients: Add client");
  expect(labels({ ACCOUNT_ACCESS: "VIEW" })).not.toContain("Playground");
  expect(labels({ ACCOUNT_ACCESS: "FULL" })).toContain("Playground");
});

test("copying codes is governed by Codes Setup", () => {
  expect(labels({ CODES_SETUP: "VIEW" })).toContain("Codes Setup: Copy Codes to Another Account");
  expect(labels({ ACCOUNT_ACCESS: "FULL" }).some((label) => label.includes("Copy Codes"))).toBe(false);
});
