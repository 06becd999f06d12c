// Looks for keys and passwords in everything that was ever committed. Gitleaks passes where it has found no history.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { env, fail } from "./shell.mjs";

// Git reads nothing of a clone that another user owns unless it is named. What is in it runs here already.
const trusting = { ...env, GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "safe.directory", GIT_CONFIG_VALUE_0: process.cwd() };

export function searchSecrets() {
  if (!existsSync(".git")) return unsearched("This is no clone: its history is not searched for secrets. Check the project out with git.");
  if (git("rev-parse", "--is-shallow-repository").trim() === "true") {
    console.log("This clone is shallow: it is searched for secrets as far as it goes. To search what was committed before, say git fetch --unshallow.");
  }
  const expected = commitsWithTexts();
  const scanned = gitleaks();
  if (scanned < Math.max(expected, 1)) unsearched(`Only ${scanned} of ${expected} commits were searched for secrets. Look at what gitleaks says above.`);
}

// In CI what was not searched has not passed.
function unsearched(sentence) {
  if (process.env.CI) fail(sentence);
  console.log(sentence);
}

// Gitleaks counts the commits in which it reads something: not those that merge, only remove files, or change pictures.
function commitsWithTexts() {
  const log = git("log", "--all", "--full-history", "--diff-filter=tuxdb", "--numstat", "--format=tformat:commit");
  return log.split("commit\n").filter((commit) => /^([1-9]\d*\t\d|\d+\t[1-9])/m.test(commit)).length;
}

function git(...args) {
  const done = spawnSync("git", args, { encoding: "utf8", env: trusting, maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "inherit"] });
  if (done.status !== 0) fail("Git cannot read this clone, and says why above: its history is not searched for secrets.");
  return done.stdout;
}

function gitleaks() {
  const args = ["tool", "-modfile=tools/gitleaks.mod", "gitleaks", "git", ".", "--no-banner", "--no-color", "--redact", "--verbose"];
  const done = spawnSync("go", args, { encoding: "utf8", env: trusting, stdio: ["ignore", "inherit", "pipe"] });
  process.stderr.write(done.stderr);
  if (done.status !== 0) process.exit(done.status ?? 1);
  return Number(/(\d+) commits scanned/.exec(done.stderr)?.[1] ?? 0);
}
