// The schema as clients may count on it, in clients/gen/schema.graphql, and what would break them.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildASTSchema, buildSchema, concatAST, lexicographicSortSchema, parse, printSchema } from "graphql";

const sources = join(import.meta.dirname, "../graph/schema");
export const published = join(import.meta.dirname, "gen/schema.graphql");
const accepted = join(import.meta.dirname, "../docs/breaking-changes.md");

// Sorted, so that what is said elsewhere in the sources is no change.
export function current() {
  const files = readdirSync(sources).filter((name) => name.endsWith(".graphqls"));
  const schema = buildASTSchema(concatAST(files.map((name) => parse(readFileSync(join(sources, name), "utf8")))));
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

export async function breaking(before, after) {
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking).map(({ message }) => message);
}

// Publishes what was added. What breaks clients needs a reason, which is kept with it.
export async function publish(reason) {
  const after = current();
  const before = readPublished() ?? after;
  const broken = before === after ? [] : await breaking(before, after);
  if (broken.length > 0) {
    if (!reason) throw new Error(`This breaks clients of the API:\n  ${broken.join("\n  ")}\n${advice}`);
    const text = readFileSync(accepted, "utf8");
    const today = new Date().toISOString().slice(0, 10);
    writeFileSync(accepted, `${text}\n## ${today}: ${reason}\n\n${broken.map((line) => `- ${line}`).join("\n")}\n`);
  }
  if (readPublished() === after) return;
  mkdirSync(join(published, ".."), { recursive: true });
  writeFileSync(published, after);
}

const advice = 'Add beside what is there and deprecate it, or say why it must be: npm run generate -- --breaking "why"';

function readPublished() {
  try {
    return readFileSync(published, "utf8");
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename) {
  const at = process.argv.indexOf("--breaking");
  await publish(at < 0 ? undefined : process.argv[at + 1]).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
