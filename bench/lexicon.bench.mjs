#!/usr/bin/env node
/**
 * The lexicon alone: load, memory, and tokens a second beside kuromoji-ko, round by round on the same sentences in one process.
 * CPU seconds, so that what else runs on the machine counts less.
 *
 *   npx esbuild bench/lexicon.bench.mjs --bundle --platform=node --format=esm --external:kuromoji-ko --outfile=node_modules/.cache/lexicon.bench.mjs
 *   node node_modules/.cache/lexicon.bench.mjs
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { loadLexicon } from "../src/lexicon/load-lexicon.js";
import { tokenize } from "../src/token/tokenize.js";

const before = process.memoryUsage().rss;
const started = performance.now();
const startedCpu = process.cpuUsage();
const lexicon = await loadLexicon({ baseUrl: "dictionaries/built" });
const cpu = process.cpuUsage(startedCpu);
console.log(
  `load          ${Math.round(performance.now() - started)} ms (${Math.round((cpu.user + cpu.system) / 1000)} ms of CPU)`,
);
console.log(
  `resident      ${Math.round(process.resourceUsage().maxRSS / 1e3)} MB at most, ${Math.round(before / 1e6)} MB before the load`,
);

const corpus = "../shared/data/ner/konec-train.recovered.jsonl";
const sentences = existsSync(corpus)
  ? readFileSync(corpus, "utf8")
      .split("\n", 3000)
      .map((line) => JSON.parse(line).text)
  : Array.from({ length: 100 }, () => readFileSync("examples/article.txt", "utf8").split("\n")).flat();
const characters = sentences.reduce((sum, { length }) => sum + length, 0);

const folder = dirname(dirname(createRequire(join(process.cwd(), "package.json")).resolve("kuromoji-ko")));
const { default: kuromojiKo } = await import("kuromoji-ko");
const peer = await kuromojiKo.builder({ dicPath: join(folder, "dict") }).build();

function rate(run) {
  const from = process.cpuUsage();
  for (const sentence of sentences) run(sentence);
  return characters / (process.cpuUsage(from).user / 1e6);
}

const ours = [];
const theirs = [];
for (let round = 0; round < 5; round++) {
  ours.push(rate((text) => tokenize(text, [{ start: 0, end: text.length, part: "body" }], lexicon).slice()));
  theirs.push(rate((text) => peer.tokenize(text)));
}
const best = (rates) => Math.max(...rates);
const figure = (rate) => `${Math.round(rate).toLocaleString("en")} characters/s`;
console.log(`${sentences.length} sentences, ${characters.toLocaleString("en")} characters, best of 5 rounds`);
console.log(`gisa          ${figure(best(ours))}`);
console.log(`kuromoji-ko   ${figure(best(theirs))}`);
console.log(`ratio         ${(best(ours) / best(theirs)).toFixed(2)}`);
