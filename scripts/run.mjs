// Runs the project's tasks: `node scripts/run.mjs TASK`. It needs Node and Go and nothing
// else, and installs what is missing.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { buildApp, codegen } from "./app.mjs";
import { checkBudgets } from "./budgets.mjs";
import { dev } from "./dev.mjs";
import { fuzz } from "./fuzz.mjs";
import { checkGenerated } from "./generated.mjs";
import { searchSecrets } from "./secrets.mjs";
import { env, fail, output, run, runIn, runScript, start, tested } from "./shell.mjs";
import { reportSizes } from "./sizes.mjs";

// The packages are installed when they are missing or of another lock file.
function install() {
  const installed = "node_modules/.package-lock.json";
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs) return;
  run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
}

function version() {
  const described = spawnSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" });
  const released = JSON.parse(readFileSync("package.json", "utf8")).version;
  return described.status === 0 ? `${released}+${described.stdout.trim()}` : released;
}

// A program that is handed on holds no paths of this machine; to start one here that would
// only compile everything a second time.
async function build(...flags) {
  install();
  await buildApp();
  compile(...flags);
}

function compile(...flags) {
  runIn(tested, "go", "build", ...flags, "-ldflags", `-s -w -X main.version=${version()}`, "-o", "bin/lanyard", "./server");
}

// The server gets the signals of the terminal itself; this process only waits for it.
async function serve() {
  await build();
  const server = start("bin/lanyard", "serve");
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 1));
}

const typeCheck = () => runScript("node_modules/typescript/bin/tsc", "--noEmit", "-p", "frontend");
const vitest = (config, ...args) => runScript("node_modules/vitest/vitest.mjs", "run", "--config", config, ...args);

async function test() {
  install();
  // What vet finds, the linters find. One package more than there are cores: some always wait for their database.
  runIn(tested, "go", "test", "-vet=off", "-ldflags=-s -w", `-p=${availableParallelism() + 1}`, "-timeout", "20m", "./...");
  typeCheck();
  vitest("frontend/vitest.config.ts");
  if (process.env.SKIP_BROWSER === "1") {
    console.log("SKIP_BROWSER=1: the browser tests are left out, by choice.");
    compile();
    return outsiders();
  }
  await build();
  outsiders();
  vitest("e2e/vitest.config.ts");
}

// What others would use to speak to the API, against the binary that is there.
function outsiders() {
  vitest("clients/vitest.config.ts", ...process.argv.slice(3));
}

function clients() {
  install();
  compile();
  outsiders();
}

// The browser tests alone, all or those that are named: npm run browser -- clients
async function browser() {
  await build();
  vitest("e2e/vitest.config.ts", ...process.argv.slice(3));
}

function generate() {
  run("go", "run", "./internal/generate");
  codegen();
  runScript("clients/schema.mjs", ...process.argv.slice(3));
  runScript("clients/tasks/generate.mjs");
}

async function check() {
  await generated();
  lint();
  typeCheck();
}

// The app is built of what has just been generated, and need not be built again.
async function generated() {
  install();
  checkGenerated(generate);
  await buildApp();
  checkBudgets();
  reportSizes();
}

function lint() {
  const golangci = output("go", "tool", "-modfile=tools/go.mod", "-n", "golangci-lint");
  runIn(tested, golangci, "run", "./...");
  run(golangci, "fmt", "--diff");
  searchSecrets();
  runScript("node_modules/oxlint/bin/oxlint", "-c", "frontend/.oxlintrc.json", "--deny-warnings", "frontend", "e2e", "clients", "scripts");
}

// What is measured waits for the disk as in production.
function bench() {
  install();
  env.LANYARD_TEST_DURABLE = "1";
  const packages = ["./internal/access", "./internal/activitylog", "./internal/clients", "./server"];
  run("go", "test", "-run", "^$", "-bench", process.argv[3] ?? ".", "-timeout", "60m", ...packages);
}

// Asks the Go team's database of known faults about what is built in. It needs the network, so it is no part
// of the tests.
function vulnerabilities() {
  console.log("Asking vuln.go.dev; without a network this fails, and tells nothing.");
  run("go", "run", "golang.org/x/vuln/cmd/govulncheck@v1.9.0", "./...");
}

const tasks = {
  install, build: () => build("-trimpath"), start: serve, dev: () => (install(), dev()), test, browser, clients, generate: () => (install(), generate()), check, lint, generated, bench,
  fuzz: () => fuzz(process.argv[3]), vulnerabilities,
};
const task = tasks[process.argv[2]];
if (!task) fail(`Say one of: ${Object.keys(tasks).join(", ")}`);
await task();
