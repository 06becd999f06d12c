// Generated code must be what the generator makes of the sources as they are.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folders = ["ent/gen", "graph/gen", "graph", "frontend/gen", "frontend/src/gen", "clients/gen", "clients/tasks/gen", "docs"];

function fingerprints() {
  const all = new Map();
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: folder.endsWith("gen") })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      all.set(path, createHash("sha256").update(readFileSync(path)).digest("hex"));
    }
  }
  return all;
}

export function checkGenerated(generate) {
  const before = fingerprints();
  generate();
  const after = fingerprints();
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
  if (stale.length === 0) return;
  console.error(`Not as generated (now they are; commit them):\n  ${stale.join("\n  ")}`);
  process.exit(1);
}
