import { defineConfig } from "vitest/config";

// What others bring to the API, against the real binary: see harness/.
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: "../node_modules/.vite/clients",
  test: {
    environment: "node",
    include: ["**/*.test.ts"],
    globalSetup: ["harness/setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
