import { CombinedError } from "@urql/core";
import { GraphQLError } from "graphql";
import { expect, test } from "vitest";
import type { ExportRecordQuery, Section } from "../../../gen/types";
import { recordOf } from "./parts";

type Found = NonNullable<ExportRecordQuery["exportRecord"]>;

const table = { __typename: "RecordTable" as const, title: "Client", headings: [], lines: [["Number", "1001"]] };
const found: Found = { __typename: "ClientRecord", details: [table], notes: [], ledger: null };
const mayView = (section: Section) => ["CLIENTS", "NOTES", "PAYMENTS"].includes(section);

test("a part that is not there is told of, with the reason", () => {
  const error = new CombinedError({ graphQLErrors: [new GraphQLError("Try again.", { path: ["exportRecord", "ledger"] })] });
  const { sections, leftOut } = recordOf(found, error, mayView);
  expect(sections.map(({ title }) => title)).toEqual(["Clients", "Session Notes"]);
  expect(leftOut.map(({ what }) => what)).toEqual([
    "Payments & Balances",
    "Insurance & Authorizations",
    "Calendar",
    "Client Sessions",
    "Invoices & Claims",
    "Psychotherapy Notes",
    "The ID number",
    "The accounting of disclosures, and who opened the record",
  ]);
  expect(leftOut[0]?.why).toBe("Try again.");
});
