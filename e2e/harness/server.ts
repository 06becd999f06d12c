import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

export interface Server {
  url: string;
  stop: () => Promise<void>;
}

// Starts the binary on an empty database of its own. LANYARD_BINARY names another one than that
// of `npm run build`; LANYARD_URL a server that runs already, such as that of `npm run dev`.
export async function startServer(): Promise<Server> {
  if (process.env.LANYARD_URL) return { url: process.env.LANYARD_URL, stop: async () => undefined };
  const binary = process.env.LANYARD_BINARY ?? join(root, "bin/lanyard");
  if (!existsSync(binary)) throw new Error(`There is no ${binary}: run npm run build first.`);
  const data = mkdtempSync(join(tmpdir(), "lanyard-e2e-"));
  chmodSync(data, 0o755); // run as root, the database has a user of its own that must pass through
  const address = `127.0.0.1:${await freePort()}`;
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...inherited } = process.env;
  const child = spawn(binary, ["serve"], {
    cwd: root,
    env: { ...inherited, LANYARD_ADDR: address, LANYARD_DATA: data, LANYARD_RATE_LIMIT: "0", LANYARD_WEBHOOKS_LOOPBACK: "true" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => said.push(text.toString()));
  const closed = new Promise((resolve) => child.once("close", resolve));
  const remove = async () => {
    await end(child);
    await Promise.race([closed, pause(2_000)]); // its last words come after its end
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await ready(`http://${address}`, child);
  } catch (error) {
    await remove();
    throw new Error(`the server did not start:\n${said.join("")}`, { cause: error });
  }
  // One that was not there any more when the tests ended, or that did not end well, has failed them all: a panic, or
  // what the race detector found.
  const stop = async () => {
    const died = hasEnded(child);
    await remove();
    if (!died && child.exitCode === 0) return;
    failRun();
    const how = died ? "had ended by itself" : "was told to end, and ended";
    throw new Error(`the server ${how}, with ${child.exitCode ?? child.signalCode}:\n${said.join("").slice(-20_000)}`);
  };
  return { url: `http://${address}`, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function ready(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error("it was not ready after two minutes");
}

// What is thrown once the tests have ended, Vitest prints and then ends with 0.
function failRun(): void {
  process.once("exit", () => {
    process.exitCode = 1;
  });
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
