import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findChromium } from "./chromium";
import { startServer } from "./server";

declare module "vitest" {
  export interface ProvidedContext {
    server: string;
    browser: string;
  }
}

// Runs once before all files: one server and one browser serve the whole run.
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { executablePath, env } = await findChromium();
  const server = await startServer();
  const browser = await chromium
    .launchServer({ executablePath, env: { ...process.env, ...env }, args: flags, timeout: 60_000 })
    .catch(async (error) => {
      await server.stop();
      throw new Error(`start ${executablePath}`, { cause: error });
    });
  project.provide("server", server.url);
  project.provide("browser", browser.wsEndpoint());
  return async () => {
    await browser.close().finally(server.stop);
  };
}

const flags = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), // Chromium refuses its sandbox to root
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];
