import type { PaymentInput } from "../../frontend/src/gen/types";
import type { Person } from "../harness/person";

// A day so many days ago.
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

// Lets the account take payments by check.
export const takeChecks = (person: Person) => person.api("AddPaymentType", { account: person.account.id, input: { code: "CHECK", label: "Check", sign: "LOWERS", active: true } });

// Posts a payment by check over the API.
export const postPayment = (person: Person, client: string, amount: number, more: Partial<PaymentInput> = {}) =>
  person.api("PostPayment", {
    account: person.account.id,
    input: { key: crypto.randomUUID(), client, payer: "CLIENT", method: "CHECK", amount, receivedOn: daysAgo(1), oldestFirst: false, ...more },
  });
