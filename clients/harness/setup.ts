import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { type Jar, sendDocument } from "../../e2e/harness/api";
import { startServer } from "../../e2e/harness/server";

declare module "vitest" {
  export interface ProvidedContext {
    // Where texts are taken, and the cookie of somebody whose texts are.
    endpoint: string;
    cookie: string;
    account: string;
  }
}

interface SignedUp {
  signUp: { account: { id: string } };
}

// Runs once before all files: one server, and an account whose owner is signed in.
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const jar: Jar = { cookie: "" };
  const unique = randomBytes(3).toString("hex");
  const { signUp } = await sendDocument<SignedUp>(server.url, jar, "SignUp", {
    input: {
      practiceName: "Client Practice",
      providerName: "Dr. Client",
      email: "client@example.com",
      username: `client.${unique}`,
      password: `${randomBytes(9).toString("hex")} orchards`,
      timeZone: "America/New_York",
    },
  });
  project.provide("endpoint", `${server.url}/playground/${signUp.account.id}`);
  project.provide("cookie", jar.cookie);
  project.provide("account", signUp.account.id);
  return server.stop;
}
