import type { TestCase, TestModule } from "vitest/node";
import type { Reporter } from "vitest/reporters";

/** Prints `N passed, N failed, N skipped` alone on the last line, for readers that do not know vitest. */
export default class ClosingLine implements Reporter {
  private readonly counts = { passed: 0, failed: 0, skipped: 0 };

  onTestCaseResult(test: TestCase): void {
    const { state } = test.result();
    if (state !== "pending") this.counts[state] += 1;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const { passed, skipped } = this.counts;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const failed = this.counts.failed + broken + unhandledErrors.length;
    // The default reporter prints its summary in the same hook.
    setImmediate(() => process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`));
  }
}
