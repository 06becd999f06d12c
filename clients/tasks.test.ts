import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, inject, test, vi } from "vitest";

const folder = join(import.meta.dirname, "tasks");
const names = readdirSync(folder)
  .filter((name) => /^\d\d-.*\.sh$/.test(name))
  .map((name) => name.replace(/\.sh$/, ""));

// What each task says in every language.
const says = [/Dr\. Client/, /Birch[^]*Birch[^]*Moss/, /Moss/, /2031-05-05[ T]15:00/, /2031-05-06[ T]14:00/, /due/, /totalCount/, /F41\.1/, /1001,Moss,Ida/, /CONFLICT/];

const environment = () => ({ LANYARD: inject("server"), ACCOUNT: inject("partner").account, TOKEN: inject("partner").token, CLIENT: inject("partner").client, APPOINTMENT: inject("partner").appointment });

function run(command: string, args: string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, GOFLAGS: "-buildvcs=false", CGO_ENABLED: "0", ...environment() } });
  expect(status, stderr).toBe(0);
  return stdout;
}

beforeAll(() => {
  for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value);
});

test("there are ten tasks", () => expect(names).toHaveLength(says.length));

test.each(names)("%s with curl", (name) => {
  expect(run("sh", ["-ec", `. ./ask.sh; . ./${name}.sh`], folder)).toMatch(says[names.indexOf(name)]!);
});

test.each(names)("%s in TypeScript", async (name) => {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((...words: unknown[]) => void lines.push(words.join(" ")));
  await import(`./tasks/${name}.ts`);
  expect(lines.join("\n")).toMatch(says[names.indexOf(name)]!);
});

test("all of them in Go", { timeout: 300_000 }, () => {
  const parts = run("go", ["run", "./tasks"], join(import.meta.dirname, "genqlient")).split(/^== \d+$/m).slice(1);
  expect(parts).toHaveLength(says.length);
  for (const [index, part] of parts.entries()) expect(part).toMatch(says[index]!);
});
