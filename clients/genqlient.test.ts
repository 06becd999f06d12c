import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";

const folder = join(import.meta.dirname, "genqlient");

function go(...args: string[]) {
  const env = { ...process.env, GOFLAGS: "-buildvcs=false", CGO_ENABLED: "0", LANYARD_ENDPOINT: inject("endpoint"), LANYARD_COOKIE: inject("cookie") };
  const { status, stdout, stderr } = spawnSync("go", args, { cwd: folder, env, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return stdout.trim();
}

test("what genqlient makes of the schema speaks to the server", { timeout: 300_000 }, () => {
  const generated = join(folder, "gen/operations.go");
  const before = readFileSync(generated, "utf8");
  go("tool", "genqlient");
  expect(readFileSync(generated, "utf8"), "commit clients/genqlient/gen").toBe(before);
  expect(go("run", ".")).toBe("ok");
});
