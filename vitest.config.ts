import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/fail-on-console.ts"],
    reporters: ["default", "./test/support/closing-line.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Each worker loads the lexicon and the model; two are as many as a small machine holds.
    maxWorkers: 2,
    minWorkers: 1,
  },
});
