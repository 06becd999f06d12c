import type { Page } from "playwright-core";
import type { PaymentInput } from "../../frontend/src/gen/types";
import type { Person } from "../harness/person";
import type { Stage } from "../harness/stage";
import { addSession, practise } from "./clientSessions";

// A day so many days ago.
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

// Ida owes $135.00 for each of three sessions: of 100, 40 and 5 days ago.
export async function owes(stage: Stage) {
  const anna = await stage.provider("anna");
  const ida = await practise(anna);
  for (const days of [100, 40, 5]) await addSession(anna, ida, { serviceDate: daysAgo(days) });
  return { anna, ida };
}

// Posts a payment by check over the API.
export const postPayment = (person: Person, client: string, amount: number, more: Partial<PaymentInput> = {}) =>
  person.api("PostPayment", {
    account: person.account.id,
    input: { key: crypto.randomUUID(), client, payer: "CLIENT", method: "CHECK", amount, receivedOn: daysAgo(1), oldestFirst: false, ...more },
  });

interface Types {
  account: { paymentTypes: { nodes: { id: string; version: number; code: string; label: string }[] } };
}

// Puts all payment types of an account out of use.
export async function dropPaymentTypes(stage: Stage, person: Person): Promise<void> {
  const account = person.account.id;
  const found = await stage.query<Types>(person, `query($id: ID!) { account(id: $id) { paymentTypes { nodes { id version code label } } } }`, { id: account });
  for (const { id, version, code, label } of found.account.paymentTypes.nodes) {
    await person.api("EditPaymentType", { account, id, version, input: { code, label, sign: "LOWERS", active: false } });
  }
}

export const dialog = (page: Page, name: string) => page.getByRole("dialog", { name, exact: true });
export const table = (page: Page, name: string) => page.getByRole("table", { name });

// What is owed in all.
export const owed = (page: Page, amount: string) => page.locator("dd").filter({ hasText: amount }).first().waitFor();
