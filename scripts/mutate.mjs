// npm run mutate -- core|timex|entity [--only TEXT] [--lines N] [--seed S]
//
// Stryker on a folder of src, or the files of it whose names hold TEXT, with that folder's tests. With --lines, on a sample: windows of eight
// lines, drawn by the seed, until N lines are drawn; every mutant that lies in one is tried. Prints what became of them, and the mutants that
// no test told from the code.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const WINDOW = 8;
const FOLDERS = ["core", "timex", "entity"];
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string", default: "" }, lines: { type: "string" }, seed: { type: "string", default: "1" } },
});
const [folder = ""] = positionals;
if (!FOLDERS.includes(folder)) {
  console.error(`npm run mutate -- ${FOLDERS.join("|")} [--only TEXT] [--lines N] [--seed S]`);
  process.exit(2);
}

const files = readdirSync(`src/${folder}`, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !/\.(?:table|d)\.ts$/.test(name))
  .map((name) => join("src", folder, name).replaceAll("\\", "/"))
  .filter((name) => name.includes(values.only))
  .sort();

/** Every window of the files equally likely, none twice. */
function sample(lines, seed) {
  let state = seed >>> 0;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const windows = files.flatMap((file) => {
    const count = readFileSync(file, "utf8").trimEnd().split("\n").length;
    const starts = Array.from({ length: Math.ceil(count / WINDOW) }, (_, i) => i * WINDOW + 1);
    return starts.map((start) => `${file}:${start}-${Math.min(count, start + WINDOW - 1)}`);
  });
  const drawn = [];
  while (drawn.length * WINDOW < lines && windows.length > 0) drawn.push(...windows.splice(below(windows.length), 1));
  return drawn.sort();
}

const ranges = values.lines === undefined ? files : sample(Number(values.lines), Number(values.seed));
const part = [folder, values.only, values.lines === undefined ? "" : `seed${values.seed}`];
const report = `reports/mutation-${part.filter(Boolean).join("-").replaceAll("/", "-")}.json`;
mkdirSync("reports", { recursive: true });
rmSync(report, { force: true });
const { status } = spawnSync("npx", ["stryker", "run", "stryker.config.mjs", "--mutate", ranges.join(",")], {
  stdio: "inherit",
  env: { ...process.env, MUTATE: folder, MUTATE_REPORT: report },
});

if (!existsSync(report)) process.exit(status || 1);
const counts = new Map();
const mutants = Object.entries(JSON.parse(readFileSync(report, "utf8")).files).flatMap(([file, { source, mutants }]) =>
  mutants.map((mutant) => ({ file, source: source.split("\n"), ...mutant })),
);
for (const mutant of mutants) counts.set(mutant.status, (counts.get(mutant.status) ?? 0) + 1);
for (const { file, source, status: became, location, replacement, mutatorName } of mutants) {
  if (became !== "Survived" && became !== "NoCoverage") continue;
  const { start, end } = location;
  const code = start.line === end.line ? source[start.line - 1].slice(start.column - 1, end.column - 1) : "…";
  console.log(`${became} ${file}:${start.line}:${start.column} ${mutatorName}: ${code} → ${replacement}`);
}
const of = (...names) => names.reduce((total, name) => total + (counts.get(name) ?? 0), 0);
const detected = of("Killed", "Timeout");
const valid = detected + of("Survived", "NoCoverage");
console.log(
  `${folder}: ${valid} mutants, ${of("Killed")} killed, ${of("Timeout")} timed out, ${of("Survived")} survived, ${of("NoCoverage")} not covered: ${((100 * detected) / valid).toFixed(1)}%`,
);
process.exitCode = status ?? 1;
