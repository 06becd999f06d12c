// Runs the project's tasks: `node scripts/run.mjs TASK`. It needs Node and Go and nothing
// else, and installs what is missing.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, watch } from "node:fs";
import { checkGenerated } from "./generated.mjs";
import { reportSizes } from "./sizes.mjs";

// Without cgo no C compiler is needed.
const env = { ...process.env, CGO_ENABLED: process.env.RACE ? "1" : "0", GOFLAGS: "-buildvcs=false" };

function run(command, ...args) {
  const done = spawnSync(command, args, { stdio: "inherit", env });
  if (done.error?.code === "ENOENT") fail(`${command} was not found: install it first (see the README).`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

const tool = (name, ...args) => run("go", "tool", "-modfile=tools/go.mod", name, ...args);

// The packages are installed when they are missing or of another lock file.
function install() {
  const installed = "node_modules/.package-lock.json";
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs) return;
  run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
}

function version() {
  const described = spawnSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" });
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  return described.status === 0 ? `${version}+${described.stdout.trim()}` : version;
}

// A program that is handed on holds no paths of this machine; to start one here that would
// only compile everything a second time.
function build(...flags) {
  install();
  run("go", "build", ...flags, "-ldflags", `-s -w -X main.version=${version()}`, "-o", "bin/lanyard", "./server");
}

// The server gets the signals of the terminal itself; this process only waits for it.
function start() {
  build();
  const server = launch();
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 1));
}

// The server is built and started again when a source changes; one that does not build leaves
// the old one running.
function dev() {
  build();
  let server = launch();
  let waiting;
  const again = () => {
    const built = spawnSync("go", ["build", "-o", "bin/lanyard", "./server"], { stdio: "inherit", env });
    if (built.status !== 0) return;
    server.once("exit", () => (server = launch()));
    server.kill("SIGTERM");
  };
  for (const folder of ["server", "graph", "internal", "ent"]) {
    watch(folder, { recursive: true }, (_, file) => {
      if (!/\.(go|sql|graphqls)$/.test(file ?? "") || /_test\.go$/.test(file)) return;
      clearTimeout(waiting);
      waiting = setTimeout(again, 300);
    });
  }
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => (server.once("exit", () => process.exit(0)), server.kill(signal)));
}

const launch = () => spawn("bin/lanyard", ["serve"], { stdio: "inherit", env: process.env });

function test() {
  install();
  run("go", "test", ...(process.env.RACE ? ["-race"] : []), "-timeout", "20m", "./...");
}

function generate() {
  run("go", "run", "./internal/generate");
}

function check() {
  install();
  checkGenerated(generate);
  run("go", "vet", "./...");
  tool("staticcheck", "./...");
  tool("golangci-lint", "run", "./...");
  tool("golangci-lint", "fmt", "--diff");
  reportSizes();
}

// What is measured waits for the disk as in production.
function bench() {
  install();
  env.LANYARD_TEST_DURABLE = "1";
  const packages = ["./internal/access", "./internal/activitylog", "./server"];
  run("go", "test", "-run", "^$", "-bench", process.argv[3] ?? ".", "-timeout", "60m", ...packages);
}

const tasks = { install, build: () => build("-trimpath"), start, dev, test, generate, check, bench };
const task = tasks[process.argv[2]];
if (!task) fail(`Say one of: ${Object.keys(tasks).join(", ")}`);
task();
