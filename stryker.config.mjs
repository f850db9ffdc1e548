/** Run by scripts/mutate.mjs, which says what is mutated and where the report goes. */
export default {
  testRunner: "one-process",
  plugins: ["./scripts/mutate-runner.mjs"],
  // Most of what a mutant takes is thrown away after it.
  testRunnerNodeArgs: ["--max-semi-space-size=64"],
  ignorePatterns: ["biome.json", "dist", "training", ".fuzz", "reports", "coverage", "examples"],
  coverageAnalysis: "perTest",
  concurrency: Number(process.env.MUTATE_CONCURRENCY ?? 1),
  // A busy machine is no endless loop.
  timeoutMS: 30_000,
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: process.env.MUTATE_REPORT ?? "reports/mutation.json" },
  thresholds: { high: 90, low: 80, break: null },
};
