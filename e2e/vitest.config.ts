import { defineConfig } from "vitest/config";
import { BaseSequencer, type Reporter, type TestCase, type TestModule, type TestSpecification } from "vitest/node";

// The files that open every page are the longest, and by their size they would come last: one of two workers would
// wait for the other.
const longest = ["29-every-page-laptop", "29-every-page-phone", "6-allowed-sections"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const isLong = (file: TestSpecification) => longest.some((name) => file.moduleId.includes(name));
    return (await super.sort(files)).sort((a, b) => Number(isLong(b)) - Number(isLong(a)));
  }
}

const errorsOf = (test: TestCase) => (test.result().errors ?? []).map(({ message }) => message.split("\n")[0]);

// Ends a run with the tests that passed at a later try only: nobody looks at a test that is green.
class LaterTries implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const later = modules.flatMap((module) => [...module.children.allTests("passed")].filter((test) => test.diagnostic()?.flaky));
    if (later.length === 0) return;
    const tried = later.map((test) => [`  ${test.module.relativeModuleId}: ${test.fullName}`, ...errorsOf(test)].join("\n    "));
    process.stderr.write(`Passed at a later try only: ${later.length}\n${tried.join("\n")}\n`);
  }
}

// A real browser against the real binary: see harness/.
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: "../node_modules/.vite/e2e",
  test: {
    environment: "node",
    include: ["**/*.e2e.ts"],
    // Only prints figures, which say little of a machine that others share.
    exclude: ["**/node_modules/**", ...(process.env.CI ? ["figures.e2e.ts"] : [])],
    globalSetup: ["harness/setup.ts"],
    // Two at a time share one browser and one server; more would only wait for each other.
    maxWorkers: 2,
    // Files keep nothing beside their stages, and to read playwright anew for each takes a second.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Generous: a busy machine is slow, and no test measures time by the clock.
    testTimeout: 240_000,
    // A machine of CI that others share loses a browser now and then. What passed at a later try only is listed at the end.
    retry: process.env.CI ? 2 : 0,
    reporters: ["default", new LaterTries()],
    hookTimeout: 240_000,
    expect: { poll: { timeout: 20_000, interval: 50 } },
  },
});
