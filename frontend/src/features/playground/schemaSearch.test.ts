import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import { searchSchema } from "./schemaSearch";

const schema = buildSchema(`
  type Query { account: Account }
  "One provider's account."
  type Account { id: ID! "The clients." clients(first: Int): [Client] }
  type Client { accountNumber: Int }
`);

test("names that begin with the word come first, then those that hold it, then descriptions", () => {
  expect(searchSchema(schema, "account").map(({ type, field }) => (field ? `${type}.${field}` : type))).toEqual(["Query.account", "Account", "Client.accountNumber"]);
  expect(searchSchema(schema, "provider").map(({ type }) => type)).toEqual(["Account"]);
});

test("nothing is found by nothing, nor by what is not there", () => {
  expect(searchSchema(schema, " ")).toEqual([]);
  expect(searchSchema(schema, "invoice")).toEqual([]);
});
