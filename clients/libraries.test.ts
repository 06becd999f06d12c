import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { Client, fetchExchange } from "@urql/core";
import { buildSchema, lexicographicSortSchema, parse, printSchema } from "graphql";
import relay from "relay-runtime";
import { expect, inject, test } from "vitest";
import { current } from "./schema.mjs";

const query = "query Names($account: ID!) { account(id: $account) { id clients(first: 5) { totalCount nodes { id lastName } } } }";
const url = () => `${inject("server")}/api`;
const headers = () => ({ Authorization: `Bearer ${inject("partner").token}` });
const variables = () => ({ account: inject("partner").account });

interface Names {
  account: { clients: { nodes: { lastName: string }[] } };
}
const names = (data: Names | null | undefined) => data?.account.clients.nodes.map(({ lastName }) => lastName);
const all = ["Birch", "Birch", "Moss"];

test("Apollo Client asks by a token, and is told why not", async () => {
  const client = new ApolloClient({ link: new HttpLink({ uri: url(), headers: headers() }), cache: new InMemoryCache() });
  const { data } = await client.query<Names>({ query: gql(query), variables: variables() });
  expect(names(data)).toEqual(all);
  const refused = client.query({ query: gql("{ viewer { signIns { id } } }") });
  await expect(refused).rejects.toThrow("This is not for a token");
});

test("urql asks by a token, and is told why not", async () => {
  const client = new Client({ url: url(), exchanges: [fetchExchange], preferGetMethod: false, fetchOptions: { headers: headers() } });
  const { data } = await client.query<Names>(query, variables());
  expect(names(data)).toEqual(all);
  const { error } = await client.query("{ viewer { signIns { id } } }", {});
  expect(error?.graphQLErrors[0]?.extensions["code"]).toBe("FORBIDDEN");
});

test("Relay's network layer asks by a token", async () => {
  const network = relay.Network.create(async ({ text }, given) => {
    const response = await fetch(url(), { method: "POST", headers: { ...headers(), "Content-Type": "application/json" }, body: JSON.stringify({ query: text, variables: given }) });
    return response.json();
  });
  const request = { id: null, cacheID: "names", metadata: {}, name: "Names", operationKind: "query" as const, text: query };
  const { data } = (await network.execute(request, variables(), { force: true }, null).toPromise()) as { data: Names };
  expect(names(data)).toEqual(all);
});

test("the schema as a file is the schema that clients count on", async () => {
  const response = await fetch(`${url()}/schema.graphql`, { headers: headers() });
  expect(response.headers.get("content-type")).toContain("text/plain");
  const sdl = await response.text();
  expect(sdl).toContain("@access");
  parse(sdl);
  expect(printSchema(lexicographicSortSchema(buildSchema(sdl))).trim()).toBe(current().trim());
  expect((await fetch(`${url()}/schema.graphql`)).status).toBe(401);
});
