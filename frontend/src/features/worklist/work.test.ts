import { CombinedError } from "@urql/core";
import { GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { beyond, byText, totalOf, united, unseenOf, type WorkOfAccount } from "./work";

interface Row {
  id: string;
  day: string | null;
}

const account = (id: string, work: WorkOfAccount<Row>["work"]): WorkOfAccount<Row> => ({ __typename: "Account", id, providerName: `Provider ${id}`, practiceName: `Practice ${id}`, work });

const all = [
  account("a", { nodes: [{ id: "1", day: "2026-03-01" }, { id: "2", day: "2026-05-01" }], totalCount: 40 }),
  account("b", { nodes: [{ id: "3", day: "2026-04-01" }], totalCount: 1 }),
  account("c", null),
];

test("the rows of all accounts are one list in one order, each with its provider", () => {
  const rows = united(all, byText((row) => row.day));
  expect(rows.map(({ id, provider }) => id + provider.id)).toEqual(["1a", "3b", "2a"]);
});

test("all is counted, also what is not shown", () => {
  expect(totalOf(all)).toBe(41);
  expect(beyond(all).map(({ account: { id }, more }) => [id, more])).toEqual([["a", 38]]);
});

test("a part that is null is told of with the server's reason, and is not nothing to do", () => {
  const error = new CombinedError({ graphQLErrors: [new GraphQLError("You have No Access.", { path: ["viewer", "unbilled", 2, "work"] })] });
  expect(unseenOf(all, "unbilled", error).map(({ provider: { id }, why }) => [id, why])).toEqual([["c", "You have No Access."]]);
  expect(unseenOf(all, "owed", error).map(({ why }) => why)).toEqual(["It could not be read."]);
});
