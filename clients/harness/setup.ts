import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { type Jar, sendDocument, sendQuery } from "../../e2e/harness/api";
import { startServer } from "../../e2e/harness/server";

declare module "vitest" {
  export interface ProvidedContext {
    // Where texts are taken, and the cookie of somebody whose texts are.
    endpoint: string;
    cookie: string;
    account: string;
    // The server, and what a partner app has: a token, and something to ask about.
    server: string;
    partner: Partner;
  }
}

export interface Partner {
  account: string;
  token: string;
  client: string;
  appointment: string;
}

interface SignedUp {
  signUp: { account: { id: string } };
}

// Runs once before all files: one server, an account whose owner is signed in, and one that a partner app is let in to.
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const { jar, account } = await practice(server.url);
  const partner = await practice(server.url);
  project.provide("endpoint", `${server.url}/playground/${account}`);
  project.provide("cookie", jar.cookie);
  project.provide("account", account);
  project.provide("server", server.url);
  project.provide("partner", await partnerOf(server.url, partner.jar, partner.account));
  return server.stop;
}

async function practice(url: string): Promise<{ jar: Jar; account: string }> {
  const jar: Jar = { cookie: "" };
  const { signUp } = await sendDocument<SignedUp>(url, jar, "SignUp", {
    input: {
      practiceName: "Client Practice",
      providerName: "Dr. Client",
      email: "client@example.com",
      username: `client.${randomBytes(3).toString("hex")}`,
      password: `${randomBytes(9).toString("hex")} orchards`,
      timeZone: "America/New_York",
    },
  });
  return { jar, account: signUp.account.id };
}

const made = `mutation($account: ID!, $moss: ClientInput!, $birch: ClientInput!, $code: DiagnosisCodeInput!) {
  moss: addClient(account: $account, input: $moss) { client { id } }
  birch: addClient(account: $account, input: $birch) { client { id } }
  fern: addClient(account: $account, input: $birch) { client { id } }
  addDiagnosisCode(account: $account, input: $code) { diagnosisCode { id } }
}`;
const booked = `mutation($account: ID!, $input: AppointmentInput!) { addAppointment(account: $account, input: $input) { appointment { id } } }`;
const moved = `mutation($account: ID!, $id: ID!, $input: AppointmentInput!) { editAppointment(account: $account, id: $id, version: 1, input: $input) { appointment { id } } }`;

// A token, three clients, a code, and an appointment that has been moved once.
async function partnerOf(url: string, jar: Jar, account: string): Promise<Partner> {
  const birch = { firstName: "Bo", lastName: "Birch" };
  const { moss } = await sendQuery<{ moss: { client: { id: string } } }>(url, jar, account, made, {
    account, birch, moss: { firstName: "Ida", lastName: "Moss" }, code: { code: "F41.1", description: "Generalized anxiety disorder" },
  });
  const client = moss.client.id;
  const input = { client, start: "2031-05-05T14:00:00Z", minutes: 50 };
  const { addAppointment } = await sendQuery<{ addAppointment: { appointment: { id: string } } }>(url, jar, account, booked, { account, input });
  const appointment = addAppointment.appointment.id;
  await sendQuery(url, jar, account, moved, { account, id: appointment, input: { ...input, start: "2031-05-05T15:00:00Z" } });
  const levels = Object.entries({ CLIENTS: "VIEW", CALENDAR: "FULL", CODES_SETUP: "VIEW", PAYMENTS: "VIEW", INVOICES: "VIEW", REPORTS: "FULL" });
  const { createApiToken } = await sendDocument<{ createApiToken: { token: string } }>(url, jar, "CreateApiToken", {
    input: { name: "Tasks", purpose: "Tests", expiresInDays: 1, accounts: [{ account, levels: levels.map(([section, level]) => ({ section, level })) }] },
  });
  return { account, token: createApiToken.token, client, appointment };
}
