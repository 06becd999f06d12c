// Runs programs with the settings that all tasks share.
import { spawn, spawnSync } from "node:child_process";

// Without cgo no C compiler is needed. Where the race detector looks on, the first race ends what it is in.
export const env = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "-buildvcs=false", GORACE: "halt_on_error=1" };

// With RACE=1 the tests and the server have the race detector, which needs a C compiler. The linters read what was
// compiled for the tests: they would only compile all of it a second time. Argon2 fills memory of its own, which
// nobody else sees: watching that would take longer than all the rest.
const watched = "-race -gcflags=golang.org/x/crypto/argon2=-race=false";
export const tested = process.env.RACE ? { ...env, CGO_ENABLED: "1", GOFLAGS: `-buildvcs=false ${watched}` } : env;

export const run = (command, ...args) => runIn(env, command, ...args);

export function runIn(surroundings, command, ...args) {
  const done = spawnSync(command, args, { stdio: "inherit", env: surroundings });
  if (done.error?.code === "ENOENT") fail(`${command} was not found: install it first (see the README).`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

// A script is started by this Node: what npm links into node_modules/.bin differs by platform.
export const runScript = (script, ...args) => run(process.execPath, script, ...args);

export function output(command, ...args) {
  const done = spawnSync(command, args, { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8", env });
  if (done.status !== 0) process.exit(done.status ?? 1);
  return done.stdout.trim();
}

export const start = (command, ...args) => spawn(command, args, { stdio: "inherit", env });

export const succeeds = (command, ...args) => spawnSync(command, args, { stdio: "inherit", env }).status === 0;

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
