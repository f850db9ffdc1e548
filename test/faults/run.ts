import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SEEDED_FAULTS, type SeededFault } from "./faults.table.js";

/**
 * npm run faults -- [--only text]… [--report file]
 *
 * Runs each test file twice in a copy of this folder: as it is, where it must pass, and with its seeded fault, where a test of it must fail.
 * A file whose tests are all skipped on this machine is skipped, and counted. Leaves with 1 where a fault went by, or a file fails without.
 */
const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, report: { type: "string", default: "reports/faults.jsonl" } },
});

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Name of the first test that failed. */
  readonly first?: string;
}

type Outcome = "caught" | "missed" | "fails without the fault" | "skipped";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "gisa-faults-"));
const copy = join(work, "gisa");

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr || stdout}`);
  return stdout;
}

function makeCopy(): void {
  mkdirSync(copy);
  const files = run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], ROOT).split("\0");
  for (const file of files.filter((name) => name !== "" && name !== "node_modules" && existsSync(join(ROOT, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"), "dir");
  const shared = join(ROOT, "../shared");
  if (existsSync(shared)) symlinkSync(shared, join(work, "shared"), "dir");
}

/** The tests of one file, up to the first that fails. */
function counts({ test, named }: SeededFault): Counts {
  const output = join(work, "report.json");
  rmSync(output, { force: true });
  const args = ["vitest", "run", test, "--bail=1", "--maxWorkers=1", "--reporter=json", `--outputFile=${output}`];
  if (test.startsWith("test/spark/")) args.push("--mode=spark");
  if (named !== undefined) args.push("-t", named.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  spawnSync("npx", args, { cwd: copy, encoding: "utf8", maxBuffer: 1 << 28 });
  if (!existsSync(output)) return { passed: 0, failed: 0 };
  const { testResults } = JSON.parse(readFileSync(output, "utf8")) as {
    testResults: { assertionResults: { status: string; fullName: string }[] }[];
  };
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.filter(({ status }) => status === "failed");
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: failed.length,
    ...(failed[0] && { first: failed[0].fullName }),
  };
}

function tryFault(fault: SeededFault): { outcome: Outcome; without: Counts; faulty?: Counts } {
  const path = join(copy, fault.file);
  const sound = readFileSync(path, "utf8");
  const without = counts(fault);
  if (without.failed > 0) return { outcome: "fails without the fault", without };
  if (without.passed === 0) return { outcome: "skipped", without };
  try {
    writeFileSync(
      path,
      sound.replace(fault.find, () => fault.put),
    );
    if (fault.built) run("npx", ["tsup"], copy);
    const faulty = counts(fault);
    return { outcome: faulty.failed > 0 ? "caught" : "missed", without, faulty };
  } finally {
    writeFileSync(path, sound);
    if (fault.built) run("npx", ["tsup"], copy);
  }
}

/** Tests that read `dist/` though the fault needs no building. */
const READS_DIST = /^test\/(?:package|docs|notebook|spark|browser\/labels)/;

const chosen = SEEDED_FAULTS.filter(({ test }) => values.only?.some((part) => test.includes(part)) ?? true);
const report = join(ROOT, values.report);
mkdirSync(dirname(report), { recursive: true });
const totals: Record<Outcome, number> = { caught: 0, missed: 0, "fails without the fault": 0, skipped: 0 };
try {
  makeCopy();
  if (chosen.some(({ test }) => READS_DIST.test(test))) run("npm", ["run", "build"], copy);
  for (const fault of chosen) {
    const { outcome, without, faulty } = tryFault(fault);
    totals[outcome]++;
    const first = faulty?.first ?? without.first;
    process.stdout.write(`${outcome.padEnd(24)} ${fault.test}${first === undefined ? "" : `: ${first}`}\n`);
    appendFileSync(report, `${JSON.stringify({ ...fault, outcome, without, faulty })}\n`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
const { caught, missed, skipped } = totals;
const failing = totals["fails without the fault"];
process.stdout.write(
  `\n${chosen.length} faults: ${caught} caught, ${missed} missed, ${skipped} skipped, ${failing} of files that fail without\n`,
);
process.exitCode = missed + failing > 0 ? 1 : 0;
