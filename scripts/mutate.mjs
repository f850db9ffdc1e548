// npm run mutate -- core|timex|entity [--only TEXT]… [--lines N] [--seed S] [--again]
//
// Stryker on a folder of src, or the files of it whose names hold one of the TEXTs, with that folder's tests. With --lines, on a sample: windows of
// eight lines, drawn by the seed, until N lines are drawn; every mutant that lies in one is tried. Prints what became of them, and the mutants that
// no test told from the code. The report of a run is kept; --again tries those of it that were left, after tests were added, while the code is the same.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const WINDOW = 8;
const FOLDERS = ["core", "timex", "entity"];
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", multiple: true, default: [""] },
    lines: { type: "string" },
    seed: { type: "string", default: "1" },
    again: { type: "boolean", default: false },
  },
});
const [folder = ""] = positionals;
if (!FOLDERS.includes(folder)) {
  console.error(`npm run mutate -- ${FOLDERS.join("|")} [--only TEXT]… [--lines N] [--seed S] [--again]`);
  process.exit(2);
}

const files = readdirSync(`src/${folder}`, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !/\.(?:table|d)\.ts$/.test(name))
  .map((name) => join("src", folder, name).replaceAll("\\", "/"))
  .filter((name) => values.only.some((part) => name.includes(part)))
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

const left = ({ status }) => status === "Survived" || status === "NoCoverage";
const keyOf = ({ mutatorName, replacement, location: { start, end } }) =>
  [mutatorName, replacement, start.line, start.column, end.line, end.column].join("\0");

/** The mutants that the last run left, as ranges. */
function leftovers(last) {
  for (const [file, { source }] of Object.entries(last.files))
    if (readFileSync(file, "utf8") !== source) throw new Error(`${file} is not as it was: run without --again`);
  const ranges = Object.entries(last.files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(left)
      .map(({ location: { start, end } }) => `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`),
  );
  return [...new Set(ranges)];
}

const part = [folder, ...values.only, values.lines === undefined ? "" : `seed${values.seed}`];
const report = `reports/mutation-${part.filter(Boolean).join("-").replaceAll("/", "-")}.json`;
const last = values.again ? JSON.parse(readFileSync(report, "utf8")) : undefined;
const sampled = values.lines === undefined ? files : sample(Number(values.lines), Number(values.seed));
mkdirSync("reports", { recursive: true });
const fresh = `${report}.new`;
rmSync(fresh, { force: true });
const { status } = spawnSync(
  "npx",
  ["stryker", "run", "stryker.config.mjs", "--mutate", (last ? leftovers(last) : sampled).join(",")],
  { stdio: "inherit", env: { ...process.env, MUTATE: folder, MUTATE_REPORT: fresh } },
);

if (!existsSync(fresh)) process.exit(status || 1);
const result = JSON.parse(readFileSync(fresh, "utf8"));
if (last) {
  for (const [file, { mutants }] of Object.entries(result.files)) {
    const became = new Map(mutants.map((mutant) => [keyOf(mutant), mutant.status]));
    for (const mutant of last.files[file].mutants)
      if (left(mutant)) mutant.status = became.get(keyOf(mutant)) ?? mutant.status;
  }
}
const whole = last ?? result;
writeFileSync(report, JSON.stringify(whole));
rmSync(fresh);
const counts = new Map();
const mutants = Object.entries(whole.files).flatMap(([file, { source, mutants }]) =>
  mutants.map((mutant) => ({ file, source: source.split("\n"), ...mutant })),
);
for (const mutant of mutants) counts.set(mutant.status, (counts.get(mutant.status) ?? 0) + 1);
for (const { file, source, status: became, location, replacement, mutatorName } of mutants) {
  if (!left({ status: became })) continue;
  const { start, end } = location;
  const code = start.line === end.line ? source[start.line - 1].slice(start.column - 1, end.column - 1) : "…";
  console.log(`${became} ${file}:${start.line}:${start.column} ${mutatorName}: ${code} → ${replacement}`);
}
const of = (...names) => names.reduce((total, name) => total + (counts.get(name) ?? 0), 0);
const detected = of("Killed", "Timeout");
const valid = detected + of("Survived", "NoCoverage");
const score = (100 * detected) / valid;
console.log(
  `${folder}: ${valid} mutants, ${of("Killed")} killed, ${of("Timeout")} timed out, ${of("Survived")} survived, ${of("NoCoverage")} not covered: ${score.toFixed(1)}%`,
);
process.exitCode = score >= 80 ? 0 : 1;
