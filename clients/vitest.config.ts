import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

// What others bring to the API, against the real binary: see harness/.
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: "../node_modules/.vite/clients",
  // The tools load this one; of another copy they would not know the schema's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve("graphql") }] },
  test: {
    environment: "node",
    include: ["**/*.test.ts"],
    globalSetup: ["harness/setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
