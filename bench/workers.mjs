#!/usr/bin/env node
/**
 * What worker threads give and cost: articles a second in this thread, with one worker and with two; resident memory of each; processor time by
 * thread (Linux), which says more than the clock where other programs run. In the same run, by turns, the machine's own ceiling: two processes that know
 * nothing of each other. All is measured warm: V8 compiles the code of each thread anew, for some 800 articles, and that is not what a long run pays.
 * `npm run bench:workers`, or `node bench/workers.mjs FILE.jsonl`; GISA_TURNS says how often each is measured (3), GISA_LAYERS what a pool sends back.
 */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const self = fileURLToPath(import.meta.url);
const [mode, given] = process.argv.slice(2);
const MODES = ["in this thread", "1 worker", "2 workers"];
const TWO = "two processes";
const WARM_ARTICLES = 1000;
const ARTICLES = 560;
const TURNS = Number(process.env.GISA_TURNS ?? 3);
const LAYERS = process.env.GISA_LAYERS?.split(",");

if (MODES.includes(mode)) console.log(JSON.stringify(await measure(Number(/^\d/.exec(mode)?.[0] ?? 0))));
else await compare();

async function compare() {
  const dev = fileURLToPath(new URL("../../shared/data/ner/articles-dev.jsonl", import.meta.url));
  const file = mode ?? (existsSync(dev) ? dev : fileURLToPath(new URL("../examples/articles.jsonl", import.meta.url)));
  console.log(
    `Node ${process.version}, ${cpus().length} processors, load before ${loadavg()[0]?.toFixed(1)}; ${file}; median of ${TURNS}\n`,
  );
  const run = async (each) =>
    JSON.parse((await promisify(execFile)(process.execPath, ["--expose-gc", self, each, file])).stdout);
  const got = Object.fromEntries([...MODES, TWO].map((each) => [each, []]));
  for (let turn = 0; turn < TURNS; turn++) {
    for (const each of MODES) got[each].push(await run(each));
    const pair = await Promise.all([run(MODES[0]), run(MODES[0])]);
    got[TWO].push(joined(pair));
  }
  const of = (each, value) => median(got[each].map(value));
  const speed = (each) => of(each, ({ articles, seconds }) => articles / seconds);
  const processor = (each) =>
    of(each, ({ articles, threads }) => (1000 * sum(threads.map(({ cpu }) => cpu))) / articles);
  for (const each of Object.keys(got)) {
    const { threads, articles } = got[each].at(-1);
    const busy = threads.map(({ name, cpu }) => ({ name, ms: (1000 * cpu) / articles })).filter(({ ms }) => ms >= 0.1);
    console.log(
      `${each.padEnd(15)} ${speed(each).toFixed(0).padStart(5)} articles/s  ${processor(each).toFixed(2)} ms of processor an article (${busy.map(({ name, ms }) => `${name} ${ms.toFixed(2)}`).join(", ")})  ${of(each, ({ resident }) => resident).toFixed(0)} MB busy, ${of(each, ({ rest }) => rest).toFixed(0)} MB at rest`,
    );
  }
  const ratio = (a, b) => (speed(a) / speed(b)).toFixed(2);
  console.log(`\ntwo workers to one         ${ratio("2 workers", "1 worker")}
two processes to one       ${ratio(TWO, MODES[0])}  what this machine allows
one worker to this thread  ${ratio("1 worker", MODES[0])}, and ${(processor("1 worker") - processor(MODES[0])).toFixed(2)} ms of processor an article more
second worker              ${["resident", "rest"].map((when) => `${(of("2 workers", (r) => r[when]) - of("1 worker", (r) => r[when])).toFixed(0)} MB ${when === "rest" ? "at rest" : "busy"}`).join(", ")}`);
}

/** Two runs side by side: what both did while both ran. */
function joined([a, b]) {
  return {
    articles: a.articles + b.articles,
    seconds: Math.max(a.seconds, b.seconds),
    threads: [...a.threads, ...b.threads],
    resident: a.resident + b.resident,
    rest: a.rest + b.rest,
  };
}

async function measure(workers) {
  const { loadAnalyzer } = await import("../dist/index.js");
  const { analyzeStream } = await import("../dist/stream.js");
  const { createPool } = await import("../dist/node.js");
  const lines = readFileSync(given, "utf8").trimEnd().split("\n");
  const articles = lines.map((line) => JSON.parse(line)).map(({ text, publishedAt }) => ({ text, publishedAt }));
  const layers = LAYERS === undefined ? {} : { layers: LAYERS };
  const analyzer = workers === 0 ? await loadAnalyzer() : await createPool({ workers, ...layers });
  const options = { concurrency: Math.max(1, 4 * workers) };
  const pass = async (atLeast) => {
    let count = 0;
    const many = (function* () {
      for (let n = 0; n < atLeast; n += articles.length) yield* articles;
    })();
    for await (const result of analyzeStream(many, analyzer, options)) if (result.ok) count++;
    return count;
  };
  await pass(WARM_ARTICLES * Math.max(1, workers));
  const samples = [];
  const sampling = setInterval(() => samples.push(process.memoryUsage().rss / 1e6), 100);
  const before = threadTimes();
  const started = performance.now();
  const count = await pass(ARTICLES * Math.max(1, workers));
  const seconds = (performance.now() - started) / 1000;
  const threads = threadTimes().map(({ id, name, cpu }) => ({
    name,
    cpu: cpu - (before.find((other) => other.id === id)?.cpu ?? 0),
  }));
  clearInterval(sampling);
  const resident = median(samples.length > 0 ? samples : [process.memoryUsage().rss / 1e6]);
  // This thread's own garbage is no part of what a worker costs.
  globalThis.gc();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const rest = process.memoryUsage().rss / 1e6;
  await analyzer.close?.();
  return { articles: count, seconds, resident, rest, threads };
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

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
