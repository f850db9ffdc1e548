import { defineConfig } from "vitest/config";

// The tests that Stryker runs against every mutant, by the folder that is mutated: `MUTATE=core npm run mutate -- --mutate "src/core/**/*.ts"`.
const TESTS: Readonly<Record<string, readonly string[]>> = {
  core: ["test/unit/core/**/*.test.ts", "test/unit/export/offsets.test.ts"],
  options: ["test/unit/index/**/*.test.ts"],
  timex: ["test/unit/timex/**/*.test.ts", "test/spec/timex/**/*.test.ts"],
  entity: ["test/unit/entity/**/*.test.ts", "test/spec/entity/**/*.test.ts"],
};

export default defineConfig({
  test: {
    include: [...(TESTS[process.env["MUTATE"] ?? ""] ?? Object.values(TESTS).flat())],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
