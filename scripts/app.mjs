// Builds the single-page app into frontend/dist/app, from where the binary embeds it.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { runScript } from "./shell.mjs";

const built = "frontend/dist/app/index.html";
const sources = [
  "frontend/src", "frontend/public", "frontend/build", "frontend/codegen", "frontend/index.html", "frontend/vite.config.ts",
  "graph/schema", "package-lock.json",
];

// Writes what is made from the schema and the documents: types, and what the server will answer.
export const codegen = () => runScript("frontend/codegen/codegen.mjs");

export async function buildApp() {
  if (isBuilt()) return;
  codegen();
  const { build } = await import("vite");
  const before = process.cpuUsage();
  await build({ configFile: "frontend/vite.config.ts", logLevel: "warn" });
  const { user, system } = process.cpuUsage(before);
  console.log(`The app is built (${((user + system) / 1e6).toFixed(1)} s of CPU; 20 would be too much).`);
}

// What is built stays while no source is newer; a file that was removed makes its folder newer.
function isBuilt() {
  return existsSync(built) && Math.max(...sources.map(newest)) <= statSync(built).mtimeMs;
}

function newest(path) {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
