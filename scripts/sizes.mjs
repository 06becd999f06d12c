// Files that people write stay small enough to be read at once.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const kinds = [
  { name: "Go, SQL, CSS and scripts", pattern: /\.(go|mjs|sql|css)$/, most: 400, exempt: /_test\.go$|\.sql$/ },
  { name: "TypeScript", pattern: /\.(ts|tsx)$/, most: 250, exempt: /\.d\.ts$/ },
];

export function reportSizes() {
  const listed = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  const paths = listed.stdout.split("\n").filter((path) => !/(^|\/)gen\//.test(path) && existsSync(path));
  const long = kinds.flatMap((kind) => report(kind, paths.filter((path) => kind.pattern.test(path))));
  for (const { path, lines, most } of long) console.error(`${path}: ${lines} lines, and ${most} is the most`);
  if (long.length > 0) process.exit(1);
}

function report({ name, most, exempt }, paths) {
  const sizes = paths
    .map((path) => ({ path, lines: readFileSync(path, "utf8").split("\n").length - 1, most }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share) => sizes[Math.min(sizes.length - 1, Math.floor(share * sizes.length))].lines;
  console.log(`${name}: ${sizes.length} files by hand, half under ${at(0.5)} lines, nine of ten under ${at(0.9)}, the longest ${at(1)}`);
  return sizes.filter(({ path, lines }) => lines > most && !exempt.test(path));
}
