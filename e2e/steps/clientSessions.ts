import type { Page } from "playwright-core";
import type { AddClientSessionMutation, ClientSessionInput } from "../../frontend/src/gen/types";
import type { Person } from "../harness/person";
import { addClient } from "./clients";
import { addBilling, addDiagnosis } from "./copyCodes";

// A practice with a client, a code of $135.00 and two diagnoses.
export async function practise(person: Person): Promise<string> {
  await addBilling(person, "90834", "Session of 45 minutes", 13_500);
  await addDiagnosis(person, "F41.1", "Generalized anxiety disorder");
  await addDiagnosis(person, "F32.1", "Major depressive disorder");
  return (await addClient(person, { firstName: "Ida", lastName: "Moss" })).id;
}

export const sessionInput = (more: Partial<ClientSessionInput> = {}): ClientSessionInput => ({
  serviceDate: "2026-03-02",
  billingCode: "90834",
  diagnosisCodes: ["F41.1"],
  ...more,
});

// Adds a client session over the API, and gives its id.
export async function addSession(person: Person, client: string, more: Partial<ClientSessionInput> = {}): Promise<string> {
  const { addClientSession } = await person.api<AddClientSessionMutation>("AddClientSession", { account: person.account.id, client, input: sessionInput(more) });
  if (!addClientSession?.clientSession) throw new Error("no session was added");
  return addClientSession.clientSession.id;
}

// Chooses from a list by its label, with keys alone.
export async function choose(page: Page, label: string, typed: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`\\b${label}`) }).first().press("Enter");
  await page.getByRole("searchbox", { name: `Filter ${label}` }).pressSequentially(typed);
  const option = page.getByRole("option").filter({ hasText: new RegExp(typed, "i") });
  await option.first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await option.first().waitFor({ state: "hidden" });
}
