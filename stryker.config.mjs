/** Run by scripts/mutate.mjs, which says what is mutated and where the report goes. */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutate.config.ts", related: false },
  ignorePatterns: ["biome.json", "dist", "training", ".fuzz", "reports", "coverage", "bench", "examples", "docs"],
  coverageAnalysis: "perTest",
  concurrency: Number(process.env.MUTATE_CONCURRENCY ?? 1),
  // A busy machine is no endless loop.
  timeoutMS: 60_000,
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: process.env.MUTATE_REPORT ?? "reports/mutation.json" },
  thresholds: { high: 90, low: 80, break: null },
};
