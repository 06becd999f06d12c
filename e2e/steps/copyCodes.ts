import type { Page } from "playwright-core";
import type { Person } from "../harness/person";
import type { Stage } from "../harness/stage";

export const path = "/account-access/copy";

// A master username at home in anna's account, that has joined ben's and cleo's.
export async function group(stage: Stage) {
  const [anna, ben, cleo] = await Promise.all([stage.provider("anna"), stage.provider("ben"), stage.provider("cleo")]);
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  await stage.join(master, cleo);
  return { anna, ben, cleo, master };
}

export const addDiagnosis = (person: Person, code: string, description: string, more: object = {}) =>
  person.api<{ addDiagnosisCode: { diagnosisCode: { id: string; version: number } } }>("AddDiagnosisCode", {
    account: person.account.id,
    input: { code, description, ...more },
  });

export const addBilling = (person: Person, code: string, description: string, defaultCharge: number) =>
  person.api("AddBillingCode", { account: person.account.id, input: { code, description, defaultCharge } });

export const addPayer = (person: Person, name: string, payerId: string) =>
  person.api("AddPayer", { account: person.account.id, input: { name, kind: "ELECTRONIC", payerId } });

interface Held {
  account: {
    diagnosisCodes: { nodes: { code: string; description: string; version: number }[] };
    billingCodes: { nodes: { code: string; description: string; defaultCharge: number; version: number }[] };
    payers: { nodes: { name: string; payerId: string; version: number }[] };
  };
}

// All that an account's master files hold, in words.
export async function held(stage: Stage, person: Person): Promise<string[]> {
  const text = `query($id: ID!) { account(id: $id) {
    diagnosisCodes(first: 200) { nodes { code description version } }
    billingCodes(first: 200) { nodes { code description defaultCharge version } }
    payers(first: 200) { nodes { name payerId version } }
  } }`;
  const { account } = await stage.query<Held>(person, text, { id: person.account.id });
  return [
    ...account.diagnosisCodes.nodes.map(({ code, description, version }) => `${code} ${description} v${version}`),
    ...account.billingCodes.nodes.map(({ code, description, defaultCharge, version }) => `${code} ${description} ${defaultCharge} v${version}`),
    ...account.payers.nodes.map(({ name, payerId, version }) => `${name} ${payerId} v${version}`),
  ];
}

// Step 1: who to copy to, and which files.
export async function plan(page: Page, to: readonly Person[], files: readonly string[]): Promise<void> {
  const targets = page.getByRole("group", { name: "Copy To" });
  for (const { account } of to) await targets.getByText(account.providerName, { exact: true }).click();
  const offered = page.getByRole("group", { name: "Files to copy" });
  for (const file of files) await offered.getByText(file, { exact: true }).click();
}

export const carryOn = async (page: Page) => {
  await page.getByRole("button", { name: "Continue" }).click();
  await entries(page).waitFor();
};

export const entries = (page: Page) => page.getByRole("list", { name: "Entries" });

export const entry = (page: Page, text: string) => entries(page).getByRole("listitem").filter({ hasText: text });

export const result = (page: Page, { account }: Person) => page.getByRole("region", { name: account.providerName });
