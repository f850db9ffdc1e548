#!/usr/bin/env node
/**
 * npm run soak [-- --minutes 30 --workers 2 --files 'folder' --limit 200000]: press releases through a pool of worker threads, memory and speed watched.
 *
 * Passes where nothing throws, no offset is wrong, the memory of the last tenth is within 5% of that after the first tenth, and the speed of the last tenth
 * within 10% of that of the first. Memory is that of the whole process, threads included; speed is by its processor time, so that a busy machine does not
 * decide. The releases begin anew where the minutes outlast them. The corpus is no part of the repository; needs `xz`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "30" },
    files: { type: "string", default: "../shared/data/text" },
    limit: { type: "string", default: "200000" },
    workers: { type: "string", default: "2" },
  },
});
const [minutes, limit, workers] = [Number(values.minutes), Number(values.limit), Number(values.workers)];
const { createPool } = await import("../dist/node.js");
const { analyzeStream } = await import("../dist/stream.js");
const pool = await createPool({ workers });

async function* articles() {
  for (;;)
    for await (const { text, date } of releases())
      yield { text, ...(/^\d{4}-\d{2}-\d{2}/.test(date ?? "") && { publishedAt: date }) };
}

async function* releases() {
  for (const name of readdirSync(values.files).filter((file) => /^gov-press.*\.jsonl\.xz$/.test(file))) {
    const xz = spawn("xz", ["-dc", join(values.files, name)], { stdio: ["ignore", "pipe", "inherit"] });
    for await (const line of createInterface({ input: xz.stdout })) yield JSON.parse(line);
    if (xz.exitCode === null) await once(xz, "exit");
  }
}

function faultsOf({ text, tokens, mentions, timexes, quotes, events, sentences }) {
  let faults = 0;
  for (const layer of [tokens, mentions, timexes, quotes, events.map(({ trigger }) => trigger)])
    for (const span of layer) if (text.slice(span.start, span.end) !== span.text) faults++;
  for (const { start, end } of sentences) if (start < 0 || end > text.length || start >= end) faults++;
  return faults;
}

const samples = [];
const totals = { articles: 0, characters: 0, faults: 0, crashes: 0 };
const started = performance.now();
const elapsed = () => (performance.now() - started) / 60_000;
let open = { characters: 0, cpu: process.cpuUsage() };
let next = minutes / 40;

function sample() {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage(open.cpu);
  const { rss, heapUsed } = process.memoryUsage();
  samples.push({
    minute: elapsed(),
    articles: totals.articles,
    speed: open.characters / ((user + system) / 1e6),
    rss: rss / 2 ** 20,
    heap: heapUsed / 2 ** 20,
  });
  open = { characters: 0, cpu: process.cpuUsage() };
}

for await (const result of analyzeStream(articles(), pool, { concurrency: 4 * workers })) {
  totals.articles++;
  if (result.ok) {
    totals.faults += faultsOf(result.doc);
    totals.characters += result.doc.text.length;
    open.characters += result.doc.text.length;
  } else {
    totals.crashes++;
    console.error(result.error);
  }
  if (elapsed() > next) {
    sample();
    next += minutes / 40;
  }
  if (elapsed() > minutes || totals.articles >= limit) break;
}

await pool.close();

const mean = (list, key) => list.reduce((sum, one) => sum + one[key], 0) / list.length;
const tenth = Math.max(1, Math.floor(samples.length / 10));
// The first sample is the warming up.
const [first, last] = [samples.slice(1, 1 + tenth), samples.slice(-tenth)];
const change = (key) => (mean(last, key) / mean(first, key) - 1) * 100;
const [heap, rss, speed] = ["heap", "rss", "speed"].map(change);
for (const { minute, articles: count, speed: at, rss: resident, heap: used } of samples)
  console.log(
    `${minute.toFixed(1).padStart(6)} min ${String(count).padStart(7)} articles ${at.toFixed(0).padStart(7)} characters/s of processor time, ${resident.toFixed(0)} MB resident, ${used.toFixed(1)} MB heap`,
  );
console.log(
  `\n${totals.articles} articles, ${totals.characters} characters, ${elapsed().toFixed(1)} minutes; ${totals.crashes} crashes, ${totals.faults} wrong offsets; from the first tenth to the last: heap ${heap.toFixed(1)}%, resident ${rss.toFixed(1)}%, speed ${speed.toFixed(1)}%`,
);
const passed = totals.crashes === 0 && totals.faults === 0 && Math.abs(heap) <= 5 && rss <= 5 && Math.abs(speed) <= 10;
console.log(passed ? "passed" : "FAILED");
process.exit(passed ? 0 : 1);
