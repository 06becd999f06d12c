import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { sendQuery } from "../e2e/harness/api";

const root = join(import.meta.dirname, "..");

// Compiles relay/ against the committed schema, and gives the texts that Relay would send.
function compile(): Map<string, string> {
  const folder = mkdtempSync(join(root, "node_modules/.relay-"));
  try {
    const texts = join(folder, "texts.json");
    const config = join(folder, "relay.config.json");
    writeFileSync(texts, "{}");
    const inside = (path: string) => path.slice(root.length + 1);
    writeFileSync(
      config,
      JSON.stringify({
        root,
        noSourceControl: true,
        sources: { "clients/relay": "lanyard" },
        projects: { lanyard: { language: "typescript", schema: "clients/gen/schema.graphql", output: inside(folder), persist: { file: inside(texts), algorithm: "SHA256" } } },
      }),
    );
    execFileSync(process.execPath, [join(root, "node_modules/relay-compiler/cli.js"), config], { stdio: "pipe" });
    const all = Object.values(JSON.parse(readFileSync(texts, "utf8")) as Record<string, string>);
    return new Map(all.map((text) => [/^\w+ (\w+)/.exec(text)?.[1] ?? "", text]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Clients {
  account: { id: string; clients: { totalCount: number; edges: { cursor: string; node: { __typename: string; id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
}

test("Relay's connections, refetches and new edges work on the server", async () => {
  const texts = compile();
  expect([...texts.keys()].sort()).toEqual(["ClientListAddMutation", "ClientListMoreQuery", "ClientListQuery", "ClientListRowQuery"]);
  const account = inject("account");
  const ask = <Data>(name: string, variables: object) =>
    sendQuery<Data>(new URL(inject("endpoint")).origin, { cookie: inject("cookie") }, account, texts.get(name) ?? "", variables);
  for (const lastName of ["Adams", "Baker", "Clark"]) {
    await ask("ClientListAddMutation", { account, connections: [], input: { firstName: "Relay", lastName } });
  }
  const first = await ask<Clients>("ClientListQuery", { account });
  expect(first.account.clients.totalCount).toBeGreaterThanOrEqual(3);
  expect(first.account.clients.edges.slice(0, 3).map(({ node }) => node.__typename)).toEqual(["Client", "Client", "Client"]);
  const after = first.account.clients.edges[0]?.cursor;
  const more = await ask<{ node: Clients["account"] }>("ClientListMoreQuery", { id: account, first: 1, after });
  expect(more.node.clients.edges.map(({ node }) => node.id)).toEqual([first.account.clients.edges[1]?.node.id]);
  const row = await ask("ClientListRowQuery", { id: first.account.clients.edges[2]?.node.id });
  expect(row).toMatchObject({ node: { lastName: "Clark", firstName: "Relay", version: 1 } });
});
