#!/usr/bin/env node
/**
 * Scores the built library on the development sets and prints one table. `npm run eval -- press-dev articles-dev` scores some of them.
 * The sets are not part of the repository: where ../shared is absent, this says so and stops.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const shared = join(root, "../shared");
const score = join(shared, "eval/score.mjs");

/** Name, file, and which lines of it. */
const SETS = [
  { name: "press-dev", file: "press-dev.jsonl" },
  { name: "articles-dev", file: "articles-dev.jsonl" },
  { name: "konec-dev-news", file: "konec-dev.jsonl", only: ({ id }) => id.endsWith("-wikitree") },
  { name: "konec-dev", file: "konec-dev.jsonl" },
  { name: "klue-dev", file: "klue-dev.jsonl" },
];

const wanted = process.argv.slice(2).filter((name) => !name.startsWith("-"));
const sets = SETS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

if (!existsSync(score)) {
  console.log(`Nothing to score: ${score} is not here. The development sets are kept outside of the repository.`);
  process.exit(0);
}
if (sets.length === 0) {
  console.error(`Sets are ${SETS.map(({ name }) => name).join(", ")}; not ${wanted.join(", ")}.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "gisa-eval-"));
const rows = [];
try {
  for (const { name, file, only } of sets) {
    const path = join(shared, "data/ner", file);
    if (!existsSync(path)) continue;
    let gold = path;
    if (only) {
      gold = join(folder, `${name}.jsonl`);
      const lines = readFileSync(path, "utf8").split("\n");
      writeFileSync(gold, lines.filter((line) => line.trim() !== "" && only(JSON.parse(line))).join("\n"));
    }
    const output = execFileSync(
      process.execPath,
      [score, "--lib", join(root, "dist/index.js"), "--gold", gold, "--json"],
      {
        encoding: "utf8",
        maxBuffer: 1 << 28,
      },
    );
    rows.push({ name, ...JSON.parse(output.trim().split("\n")[0]) });
  }
} finally {
  rmSync(folder, { recursive: true });
}

const show = (value) => (value === null || value === undefined ? "" : String(value));
const COLUMNS = [
  ["set", ({ name }) => name],
  ["documents", ({ documents }) => documents],
  ["P/L/O exact F1", ({ mentions }) => mentions?.exact.f],
  ["PERSON", ({ mentions }) => mentions?.byType.PERSON],
  ["LOCATION", ({ mentions }) => mentions?.byType.LOCATION],
  ["ORGANIZATION", ({ mentions }) => mentions?.byType.ORGANIZATION],
  ["overlap F1", ({ mentions }) => mentions?.overlap.f],
  ["entity F1", ({ entities }) => entities?.f],
  ["timex recall", ({ timexes }) => timexes?.recall],
  ["timex precision", ({ timexes }) => timexes?.precision],
  ["timex value", ({ timexes }) => timexes?.value],
  ["timex end to end", ({ timexes }) => timexes?.endToEnd],
  ["event F1", ({ events }) => events?.f],
  ["offset faults", ({ offsetFaults }) => offsetFaults],
  ["crashes", ({ crashes }) => crashes],
  ["characters/s", ({ charactersPerSecond }) => charactersPerSecond],
];
// A measure a row and a set a column: it stays narrow.
const names = COLUMNS.map(([name]) => name);
const width = Math.max(...names.map((name) => name.length));
for (const [name, value] of COLUMNS)
  console.log(
    [name.padEnd(width), ...rows.map((row) => show(value(row)).padStart(Math.max(12, row.name.length)))].join("  "),
  );
