// Runs programs with the settings that all tasks share.
import { spawn, spawnSync } from "node:child_process";

// Without cgo no C compiler is needed.
export const env = { ...process.env, CGO_ENABLED: process.env.RACE ? "1" : "0", GOFLAGS: "-buildvcs=false" };

export function run(command, ...args) {
  const done = spawnSync(command, args, { stdio: "inherit", env });
  if (done.error?.code === "ENOENT") fail(`${command} was not found: install it first (see the README).`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

// A script is started by this Node: what npm links into node_modules/.bin differs by platform.
export const runScript = (script, ...args) => run(process.execPath, script, ...args);

export const start = (command, ...args) => spawn(command, args, { stdio: "inherit", env });

export const succeeds = (command, ...args) => spawnSync(command, args, { stdio: "inherit", env }).status === 0;

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
