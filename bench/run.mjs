#!/usr/bin/env node
/** Every budget of the package, measured: size, load, memory, speed by stage and against a peer, time against length. */
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const node = (...args) =>
  JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 }));

const LOAD = `
const started = performance.now();
const { loadAnalyzer } = await import("./dist/index.js");
const imported = performance.now();
const analyzer = await loadAnalyzer();
const loaded = performance.now();
analyzer.analyze("한빛시는 오는 28일 협약을 체결한다.", { publishedAt: "2024-03-25" });
const first = performance.now();
globalThis.gc();
// What a collection frees of the files as they were read is given back a moment later.
await new Promise((resolve) => setTimeout(resolve, 300));
console.log(JSON.stringify({ import: imported - started, load: loaded - imported, first: first - loaded, resident: process.memoryUsage().rss / 1e6 }));`;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const loads = Array.from({ length: 7 }, () => node("--expose-gc", "--input-type=module", "-e", LOAD));
const of = (key) => Math.round(median(loads.map((load) => load[key])));

const [packed] = JSON.parse(
  execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }),
);
const speed = node("--import", "tsx", "bench/pipeline.bench.ts");

const rows = [
  ["what", "measured", "budget"],
  ["npm tarball", `${(packed.size / 1e6).toFixed(2)} MB`, "12 MB"],
  ["import (median of 7)", `${of("import")} ms`, ""],
  ["loadAnalyzer()", `${of("load")} ms`, "300 ms"],
  ["first sentence", `${of("first")} ms`, ""],
  ["resident after load", `${of("resident")} MB`, "160 MB"],
  ["whole pipeline", `${speed.pipeline.toLocaleString("en")} characters/s`, ""],
  ["kuromoji-ko, tokens alone", `${speed.kuromojiKo.toLocaleString("en")} characters/s`, ""],
  ["ratio", (speed.pipeline / speed.kuromojiKo).toFixed(2), "1, aim 2"],
  ["1 MB text", `${speed.oneMegabyte} ms`, ""],
  ["10 MB text", `${speed.tenMegabytes} ms (${(speed.tenMegabytes / speed.oneMegabyte).toFixed(1)} times)`, "12 times"],
];
const total = Object.values(speed.stages).reduce((a, b) => a + b, 0);
for (const [stage, milliseconds] of Object.entries(speed.stages))
  rows.push([`  ${stage}`, `${milliseconds} ms (${Math.round((100 * milliseconds) / total)}%)`, ""]);

console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? "?"} × ${cpus().length}; ${speed.corpus}, ${speed.characters.toLocaleString("en")} characters, one thread\n`,
);
const width = Math.max(...rows.map(([what]) => what.length));
for (const [what, measured, budget] of rows) console.log(`${what.padEnd(width)}  ${measured.padStart(28)}  ${budget}`);
