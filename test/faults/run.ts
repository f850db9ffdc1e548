import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createVitest } from "vitest/node";
import { SEEDED_FAULTS, type SeededFault } from "./faults.table.js";

/**
 * npm run faults -- [--only text]… [--report file] [--mode spark]
 *
 * Runs each test file twice in a copy of this folder: as it is, where it must pass, and with its seeded fault, where a test of it must fail.
 * A file whose tests are all skipped on this machine is skipped, and counted. Leaves with 1 where a fault went by, or a file fails without.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    report: { type: "string", default: "reports/faults.jsonl" },
    mode: { type: "string", default: "test" },
  },
});

type Outcome = "caught" | "missed" | "fails without" | "skipped";

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** The first that failed. */
  readonly first?: string;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
// Vite knows files by their real names.
const work = realpathSync(mkdtempSync(join(tmpdir(), "gisa-faults-")));
const copy = join(work, "gisa");
process.once("exit", () => rmSync(work, { recursive: true, force: true }));

const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
const build = (...args: string[]) => run("npx", ["tsup", ...args], copy);

function makeCopy(): void {
  mkdirSync(copy);
  const files = run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], ROOT).split("\0");
  for (const file of files.filter((name) => name !== "" && name !== "node_modules" && existsSync(join(ROOT, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  // Environments of tests that need more than a fresh clone has.
  for (const name of ["node_modules", ".readers", ".venv"])
    if (existsSync(join(ROOT, name))) symlinkSync(join(ROOT, name), join(copy, name), "dir");
  const shared = join(ROOT, "../shared");
  if (existsSync(shared)) symlinkSync(shared, join(work, "shared"), "dir");
}

/** Tests that read `dist/`, also where the fault needs no building. */
const READS_DIST = /^test\/(?:package|docs|notebook|spark|browser\/labels)/;

makeCopy();
const chosen = SEEDED_FAULTS.filter(({ test }) => values.only?.some((part) => test.includes(part)) ?? true);
if (chosen.some(({ test }) => READS_DIST.test(test))) run("npm", ["run", "build"], copy);
process.chdir(copy);
const reporters = [{}];
const vitest = await createVitest(
  "test",
  // One test that fails is enough.
  { root: copy, watch: false, maxWorkers: 1, minWorkers: 1, mode: values.mode, reporters, bail: 1 },
  {},
);

async function counts({ test, named }: SeededFault): Promise<Counts> {
  if (named === undefined) vitest.resetGlobalTestNamePattern();
  else vitest.setGlobalTestNamePattern(named.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const specifications = await vitest.globTestSpecifications([join(copy, test)]);
  const { testModules } = await vitest.runTestSpecifications(specifications);
  // Vitest keeps the results of earlier runs.
  const own = testModules.filter(({ moduleId }) => moduleId === join(copy, test));
  const tests = own.flatMap((module) => [...module.children.allTests()]);
  const failed = tests.filter((one) => one.result().state === "failed").map(({ fullName }) => fullName);
  // What fails before any test does: the file itself, or what a suite sets up.
  if (failed.length === 0 && own.some((module) => module.state() === "failed")) failed.push("(before its tests)");
  return {
    passed: tests.filter((one) => one.result().state === "passed").length,
    failed: failed.length,
    ...(failed[0] && { first: failed[0] }),
  };
}

async function tryFault(fault: SeededFault): Promise<{ outcome: Outcome; without: Counts; faulty?: Counts }> {
  const path = join(copy, fault.file);
  const sound = readFileSync(path, "utf8");
  const write = (text: string) => {
    writeFileSync(path, text);
    vitest.invalidateFile(path);
    if (fault.built) build("--no-dts");
  };
  const without = await counts(fault);
  if (without.failed > 0) return { outcome: "fails without", without };
  if (without.passed === 0) return { outcome: "skipped", without };
  write(sound.replace(fault.find, () => fault.put));
  const faulty = await counts(fault);
  write(sound);
  return { outcome: faulty.failed > 0 ? "caught" : "missed", without, faulty };
}

const report = join(ROOT, values.report);
mkdirSync(dirname(report), { recursive: true });
const totals: Record<Outcome, number> = { caught: 0, missed: 0, "fails without": 0, skipped: 0 };
for (const fault of chosen) {
  const { outcome, without, faulty } = await tryFault(fault);
  totals[outcome]++;
  const first = faulty?.first ?? without.first;
  process.stdout.write(`${outcome.padEnd(14)}${fault.test}${first === undefined ? "" : `: ${first}`}\n`);
  appendFileSync(report, `${JSON.stringify({ ...fault, outcome, without, faulty })}\n`);
}
await vitest.close();
const said = Object.entries(totals).map(([outcome, count]) => `${count} ${outcome}`);
process.stdout.write(`\n${chosen.length} faults: ${said.join(", ")}\n`);
process.exitCode = totals.missed + totals["fails without"] > 0 ? 1 : 0;
