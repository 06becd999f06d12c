import { readFileSync } from "node:fs";
import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from "graphql";
import { expect, inject, test } from "vitest";
import { sendQuery } from "../e2e/harness/api";
import { breaking, current, published } from "./schema.mjs";

const committed = readFileSync(published, "utf8");

test("the committed schema is that of the sources", () => {
  expect(current(), "run npm run generate").toBe(committed);
});

test("the server reads out the schema that is committed", async () => {
  const url = new URL(inject("endpoint"));
  const read = await sendQuery<Parameters<typeof buildClientSchema>[0]>(url.origin, { cookie: inject("cookie") }, inject("account"), getIntrospectionQuery(), {});
  const told = `${printSchema(lexicographicSortSchema(buildClientSchema(read)))}\n`;
  expect(await breaking(committed, told)).toEqual([]);
  expect(await breaking(told, committed)).toEqual([]);
});

test("what breaks clients is told, and what is added is not", async () => {
  const firstName = '"""First name."""\n  firstName: String\n';
  expect(committed).toContain(firstName);
  expect(await breaking(committed, committed.replaceAll(firstName, ""))).toContain("Field 'firstName' was removed from object type 'Client'");
  expect(await breaking(committed, committed.replace(/ {2}"""It was entered twice\."""\n {2}DUPLICATE\n/, ""))).not.toEqual([]);
  expect(await breaking(committed, committed.replace(firstName, `${firstName}\n  another: String\n`))).toEqual([]);
});
