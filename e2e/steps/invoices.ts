import type { InvoiceListQuery } from "../../frontend/src/gen/types";
import type { Person } from "../harness/person";
import type { Stage } from "../harness/stage";
import { addClient } from "./clients";
import { addBilling, addDiagnosis, addPayer } from "./copyCodes";

const addSession = "mutation($account: ID!, $client: ID!, $input: ClientSessionInput!) { addClientSession(account: $account, client: $client, input: $input) { clientSession { id } } }";
const addPolicy = "mutation($account: ID!, $client: ID!, $input: InsurancePolicyInput!) { addInsurancePolicy(account: $account, client: $client, input: $input) { insurancePolicy { id } } }";
const editPractice = "mutation($account: ID!, $input: PracticeInput!) { editPractice(account: $account, version: 1, input: $input) { account { version } } }";

// A provider with a client who has two sessions for the client to pay, and one for the insurance.
export async function billing(stage: Stage) {
  const anna = await stage.provider("anna");
  const account = anna.account.id;
  await addBilling(anna, "90834", "Session of 45 minutes", 13_500);
  await addDiagnosis(anna, "F41.1", "Generalized anxiety disorder");
  const client = await addClient(anna, {
    firstName: "Ottoline", lastName: "Quarrington", birthDate: "1980-01-31", signatureOnFile: true,
    street: "2 Oak Street", city: "Albany", state: "NY", zip: "12208",
  });
  for (const [serviceDate, billTo] of [["2026-03-02", "CLIENT"], ["2026-03-09", "CLIENT"], ["2026-03-16", "INSURANCE"]]) {
    const input = { serviceDate, billTo, billingCode: "90834", diagnosisCodes: ["F41.1"], placeOfService: "11" };
    await stage.query(anna, addSession, { account, client: client.id, input });
  }
  return { anna, client };
}

// What a claim of that client needs besides.
export async function complete(stage: Stage, anna: Person, client: { id: string }): Promise<void> {
  const account = anna.account.id;
  await addPayer(anna, "Maple Mutual", "M1");
  await stage.query(anna, addPolicy, { account, client: client.id, input: { payer: "ID M1", memberId: "W123456789" } });
  const input = {
    practiceName: "Maple Therapy", providerName: "Dr Anna Maple", email: "anna@example.com", timeZone: "America/New_York",
    taxId: "000-55-0103", taxIdKind: "SSN", npi: "1234567893", phone: "518-555-0100",
    officeStreet: "1 Elm Street", officeCity: "Albany", officeState: "NY", officeZip: "12207",
  };
  await stage.query(anna, editPractice, { account, input });
}

export async function invoices(person: Person) {
  const { account } = await person.api<InvoiceListQuery>("InvoiceList", { account: person.account.id, withPayer: true });
  return account?.invoices?.nodes ?? [];
}
