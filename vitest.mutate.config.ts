import { defineConfig } from "vitest/config";

// The tests that Stryker runs against every mutant, by the folder that is mutated: `npm run mutate -- core`.
const TESTS: Readonly<Record<string, readonly string[]>> = {
  core: ["test/unit/core/**/*.test.ts", "test/unit/export/offsets.test.ts"],
  timex: ["test/unit/timex/**/*.test.ts", "test/spec/timex/**/*.test.ts"],
  entity: ["test/unit/entity/**/*.test.ts", "test/spec/entity/**/*.test.ts"],
};

export default defineConfig({
  test: {
    include: [...(TESTS[process.env["MUTATE"] ?? ""] ?? Object.values(TESTS).flat())],
    setupFiles: ["test/support/skip-timed.ts"],
    // Stryker starts a worker for every mutant; its test files can share the modules, half of the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
