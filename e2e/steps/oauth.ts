import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axe, axeInTheDark } from "../harness/axe";
import { noSidewaysScroll } from "../harness/layout";
import type { Person } from "../harness/person";
import { shot } from "../harness/shot";
import type { Levels, Stage } from "../harness/stage";

// Looks at one state of a page.
export async function look(page: Page, name: string): Promise<void> {
  await axe(page);
  await axeInTheDark(page);
  await noSidewaysScroll(page, 320);
  await shot(page, name);
}

const listOf = (levels: Levels) => Object.entries(levels).map(([section, level]) => ({ section, level }));

interface App {
  redirectUris: string[];
  levels: Levels;
}

// An app that cannot keep a secret, as it runs on the person's own device.
export async function registerApp(owner: Person, { redirectUris, levels }: App): Promise<{ clientId: string }> {
  const app = { name: "Billing sync", purpose: "Sends claims to payers, every night", website: "https://billing.example", redirectUris };
  const input = { app, confidential: false, levels: listOf(levels) };
  const { registerApp: made } = await owner.api<{ registerApp: { app: { clientId: string } } }>("RegisterApp", { account: owner.account.id, input });
  return made.app;
}

export const letAppIn = (owner: Person, clientId: string, levels: Levels) => owner.api("LetAppIn", { account: owner.account.id, clientId, version: 1, levels: listOf(levels) });

interface Tokens {
  access_token: string;
  refresh_token: string;
  scope: string;
  error?: string;
}

// A program on the person's own device (RFC 8252): it sends the browser away and waits for it on loopback.
export async function littleApp(stage: Stage) {
  const verifier = randomBytes(32).toString("base64url");
  const asked: URL[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://127.0.0.1");
    if (url.pathname === "/done") asked.push(url);
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><link rel=icon href=data:,><title>Done</title><p>Billing sync may go on.</p>");
  });
  await new Promise<void>((listens) => server.listen(0, "127.0.0.1", listens));
  const back = `http://127.0.0.1:${(server.address() as AddressInfo).port}/done`;
  stage.watch.allow(new RegExp(`request to elsewhere: ${back}`), "the app that the browser is sent back to");

  const post = async (form: Record<string, string>): Promise<Tokens> => (await fetch(`${stage.server}/oauth/token`, { method: "POST", body: new URLSearchParams(form) })).json();
  return {
    asked,
    // Where it sends the browser; what is empty is left out.
    begin: (client_id: string, change: Record<string, string> = {}): string => {
      const challenge = createHash("sha256").update(verifier).digest("base64url");
      const all = { client_id, redirect_uri: back, response_type: "code", state: "s", code_challenge: challenge, code_challenge_method: "S256", ...change };
      return `/oauth/authorize?${new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ""))}`;
    },
    // What the browser has brought.
    answered: async (page: Page): Promise<Record<string, string>> => {
      await expect.poll(() => asked.length, { message: "the browser comes back to the app" }).toBe(1);
      await page.getByText("Billing sync may go on.").waitFor();
      return Object.fromEntries(asked.pop()?.searchParams ?? []);
    },
    exchange: ({ clientId, code = "" }: { clientId: string; code?: string }) => post({ grant_type: "authorization_code", code, redirect_uri: back, code_verifier: verifier, client_id: clientId }),
    refresh: ({ clientId, refresh_token }: { clientId: string; refresh_token: string }) => post({ grant_type: "refresh_token", refresh_token, client_id: clientId }),
    close: () => server.close(),
  };
}

// The last names of all clients that an access token opens, or why it opens none.
export async function clientsOf(stage: Stage, token: string, field = "clients { nodes { lastName } }"): Promise<string[] | string> {
  const answer = await fetch(`${stage.server}/api`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: `{ viewer { accounts { ${field} } } }` }),
  });
  const { data, errors } = await answer.json();
  if (errors) return errors[0].extensions.code;
  return data.viewer.accounts.flatMap((account: { clients: { nodes: { lastName: string }[] } }) => account.clients.nodes.map(({ lastName }) => lastName));
}
