// Tries every parser with what nobody thought of: each fuzz test for so many seconds.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "./shell.mjs";

const folders = ["ent", "graph", "internal", "server"];

function targets() {
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)));
  return files
    .filter((file) => file.endsWith("_test.go"))
    .sort()
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^func (Fuzz\w+)/gm)].map(([, name]) => ({ name, folder: dirname(file) })));
}

export function fuzz(seconds = "30") {
  for (const { name, folder } of targets()) {
    console.log(`${folder}: ${name}, ${seconds} s`);
    run("go", "test", `./${folder}`, "-run", "^$", "-fuzz", `^${name}$`, "-fuzztime", `${seconds}s`);
  }
}
