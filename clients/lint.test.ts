import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import plugin, { configs, parser } from "@graphql-eslint/eslint-plugin";
import { ESLint } from "eslint";
import { Kind, parse, visit } from "graphql";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../graph/schema");
const sources = "graph/schema/*.graphqls";

const accepted = [
  // The names that insurance and the law give to things stay, whatever they begin or end with.
  /Field "(payerId|invoiceDate|practiceType)"/,
  /Type "(PaymentType|EntryType|IncomeOfType)"/,
  // The report itself is asked for by pages.
  /reports\.graphqls:\d+ @graphql-eslint\/relay-arguments/,
  // The reviewer is not the review's.
  /Field "reviewer" starts with the name of the parent type "Review"/,
  // The words over a directive say what it takes.
  /in directive "/,
];

const eslint = new ESLint({
  cwd: `${import.meta.dirname}/..`,
  overrideConfigFile: true,
  overrideConfig: {
    files: [sources],
    plugins: { "@graphql-eslint": plugin as unknown as ESLint.Plugin },
    languageOptions: { parser, parserOptions: { graphQLConfig: { schema: sources } } },
    rules: {
      ...configs["flat/schema-recommended"].rules,
      ...configs["flat/schema-relay"].rules,
      // One line is a string, more are a block.
      "@graphql-eslint/description-style": "off",
      "@graphql-eslint/require-description": ["error", { types: true, DirectiveDefinition: true, rootField: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true }],
      // What can be fetched again implements Node; a value has no id.
      "@graphql-eslint/strict-id-in-types": "off",
      // Lists are read forwards.
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      // A list that is short by its nature is a list.
      "@graphql-eslint/relay-edge-types": ["error", { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
    },
  },
});

test("graphql-eslint finds nothing in the schema", async () => {
  const results = await eslint.lintFiles([sources]);
  expect(results.length).toBeGreaterThan(20);
  const found = results.flatMap(({ filePath, messages }) => messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId}: ${message}`));
  expect(found.filter((text) => !accepted.some((pattern) => pattern.test(text)))).toEqual([]);
});

// Whoever uses what is deprecated has to know until when it is there.
const undated = (text: string): string[] => {
  const found: string[] = [];
  visit(parse(text), {
    Directive({ name, arguments: given }) {
      const reason = given?.find((argument) => argument.name.value === "reason")?.value;
      if (name.value === "deprecated" && !(reason?.kind === Kind.STRING && /\buntil \d{4}-\d{2}-\d{2}\b/.test(reason.value))) found.push(reason?.kind === Kind.STRING ? reason.value : "no reason");
    },
  });
  return found;
};

test("every deprecation says until when", () => {
  for (const name of readdirSync(folder)) expect(undated(readFileSync(join(folder, name), "utf8")), name).toEqual([]);
  expect(undated('type T { a: Int @deprecated(reason: "Use b; it is there until 2027-06-30.") b: Int @deprecated c: Int @deprecated(reason: "Use a.") }')).toEqual(["no reason", "Use a."]);
});
