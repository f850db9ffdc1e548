#!/usr/bin/env node
/**
 * What worker threads give and cost: articles a second in this thread, with one worker and with two; resident memory of each; processor time by
 * thread (Linux), which says more than the clock where other programs run. `npm run bench:workers`, or `node bench/workers.mjs FILE.jsonl`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";

const self = fileURLToPath(import.meta.url);
const [mode, given] = process.argv.slice(2);
const MODES = ["in this thread", "1 worker", "2 workers"];
const ROUNDS = 12;

if (MODES.includes(mode)) console.log(JSON.stringify(await measure(Number(/^\d/.exec(mode)?.[0] ?? 0))));
else {
  const dev = fileURLToPath(new URL("../../shared/data/ner/articles-dev.jsonl", import.meta.url));
  const file = mode ?? (existsSync(dev) ? dev : fileURLToPath(new URL("../examples/articles.jsonl", import.meta.url)));
  console.log(
    `Node ${process.version}, ${cpus().length} processors, load before ${loadavg()[0]?.toFixed(1)}; ${file}\n`,
  );
  for (const each of MODES) {
    const { articles, seconds, resident, threads } = JSON.parse(
      execFileSync(process.execPath, ["--expose-gc", self, each, file], { encoding: "utf8" }),
    );
    const busy = threads.filter(({ cpu }) => cpu >= 0.1).map(({ name, cpu }) => `${name} ${cpu.toFixed(2)} s`);
    console.log(
      `${each.padEnd(15)} ${(articles / seconds).toFixed(0).padStart(5)} articles/s  ${resident.toFixed(0)} MB resident  processor: ${busy.join(", ")}`,
    );
  }
}

async function measure(workers) {
  const { loadAnalyzer } = await import("../dist/index.js");
  const { analyzeStream } = await import("../dist/stream.js");
  const { createPool } = await import("../dist/node.js");
  const lines = readFileSync(given, "utf8").trimEnd().split("\n");
  const articles = lines.map((line) => JSON.parse(line)).map(({ text, publishedAt }) => ({ text, publishedAt }));
  const analyzer = workers === 0 ? await loadAnalyzer() : await createPool({ workers });
  const options = { concurrency: Math.max(1, 4 * workers) };
  const pass = async (rounds) => {
    let count = 0;
    const many = (function* () {
      for (let i = 0; i < rounds; i++) yield* articles;
    })();
    for await (const result of analyzeStream(many, analyzer, options)) if (result.ok) count++;
    return count;
  };
  await pass(2);
  const before = threadTimes();
  const started = performance.now();
  const count = await pass(ROUNDS);
  const seconds = (performance.now() - started) / 1000;
  const threads = threadTimes().map(({ id, name, cpu }) => ({
    name,
    cpu: cpu - (before.find((other) => other.id === id)?.cpu ?? 0),
  }));
  globalThis.gc();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const resident = process.memoryUsage().rss / 1e6;
  await analyzer.close?.();
  return { articles: count, seconds, resident, threads };
}

/** User and system seconds of each thread of this process so far. */
function threadTimes() {
  if (!existsSync("/proc/self/task")) return [];
  return readdirSync("/proc/self/task").map((id) => {
    const stat = readFileSync(`/proc/self/task/${id}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const name = id === String(process.pid) ? "main" : `${/\((.*)\)/.exec(stat)?.[1]}-${id}`;
    return { id, name, cpu: (Number(fields[11]) + Number(fields[12])) / 100 };
  });
}
