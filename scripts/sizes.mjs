// Files that people write stay small enough to be read at once.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const most = 400;

export function reportSizes() {
  const listed = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.go", "*.mjs", "*.ts", "*.tsx", "*.sql"], { encoding: "utf8" });
  const sizes = listed.stdout
    .split("\n")
    .filter((path) => path && !/(^|\/)gen\//.test(path))
    .map((path) => ({ path, lines: readFileSync(path, "utf8").split("\n").length - 1 }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share) => sizes[Math.min(sizes.length - 1, Math.floor(share * sizes.length))].lines;
  console.log(`${sizes.length} files by hand: half under ${at(0.5)} lines, nine of ten under ${at(0.9)}, the longest ${at(1)}`);
  const long = sizes.filter(({ path, lines }) => lines > most && !/_test\.go$|\.sql$/.test(path));
  for (const { path, lines } of long) console.error(`${path}: ${lines} lines, and ${most} is the most`);
  if (long.length > 0) process.exit(1);
}
