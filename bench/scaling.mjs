#!/usr/bin/env node
/**
 * npm run scaling [-- --small 1 --large 10 --kinds prose,digits --tagger none]: time and memory against length, each text in a process of its own.
 *
 * Passes where ten times the text takes no more than 12 times the processor time, no offset is wrong, and a byte of text takes no more than 100 bytes of
 * memory (the document's objects; the aim is 12). Sizes are megabytes of UTF-8. The whole run at 1 and 10 MB takes a quarter of an hour.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("../", import.meta.url));
const article = readFileSync(`${root}examples/article.txt`, "utf8");
const line = article.replaceAll(/\s+/g, " ").trim();
/** Bytes of memory for a byte of text; the aim is 12. */
const MOST_MEMORY = 100;
/** What a text is made of: units that are repeated. */
const KINDS = {
  prose: article,
  "one line": `${line} `,
  "many lines": [...line.matchAll(/.{1,12}/gu)].map(([part]) => `${part}\n`).join(""),
  digits: "1234567890 2024.3.25. 12:30 1,234,567 ",
  brackets: "(가[나{다<라「마『바《사〈아【자",
  quotes: "“가‘나\"다'라”마 ‘바",
};

const { values } = parseArgs({
  options: {
    small: { type: "string", default: "1" },
    large: { type: "string", default: "10" },
    kinds: { type: "string", default: Object.keys(KINDS).join(",") },
    tagger: { type: "string", default: "shipped" },
    child: { type: "string" },
  },
});

if (values.child !== undefined) await measure(...JSON.parse(values.child));
else compare();

async function measure(kind, megabytes, tagger) {
  const { loadAnalyzer } = await import("../dist/index.js");
  const analyzer = await loadAnalyzer(
    tagger === "none" ? { tagger: { name: "none", bySentence: true, tag: () => [] } } : {},
  );
  const unit = KINDS[kind];
  const text = unit.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(unit)));
  analyzer.analyze(article, { publishedAt: "2024-03-25" });
  const before = process.cpuUsage();
  const doc = analyzer.analyze(text, { publishedAt: "2024-03-25", force: true });
  const { user, system } = process.cpuUsage(before);
  const peak = process.resourceUsage().maxRSS / 1024;
  globalThis.gc?.();
  let faults = 0;
  for (const layer of [doc.tokens, doc.mentions, doc.timexes, doc.quotes])
    for (const { start, end, text: surface } of layer) if (text.slice(start, end) !== surface) faults++;
  process.stdout.write(
    JSON.stringify({
      seconds: (user + system) / 1e6,
      peak,
      read: process.resourceUsage().maxRSS / 1024,
      faults,
      tokens: doc.tokens.length,
    }),
  );
}

function compare() {
  const [small, large] = [Number(values.small), Number(values.large)];
  const run = (kind, size) => {
    const child = JSON.stringify([kind, size, values.tagger]);
    const args = ["--expose-gc", fileURLToPath(import.meta.url), "--child", child];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${kind}, ${size} MB: ${stderr}`);
    return JSON.parse(stdout);
  };
  let failed = 0;
  console.log(
    `${small} MB and ${large} MB of UTF-8, tagger ${values.tagger}; processor seconds; MB of memory at the peak of the analysis, and after every token was read\n`,
  );
  for (const kind of values.kinds.split(",")) {
    const [a, b] = [run(kind, small), run(kind, large)];
    const time = b.seconds / a.seconds;
    const memory = (b.peak - a.peak) / (large - small);
    const held = time <= (12 * large) / (10 * small) && a.faults + b.faults === 0;
    const lean = memory <= MOST_MEMORY;
    if (!held || !lean) failed++;
    console.log(
      `${kind.padEnd(10)}  ${a.seconds.toFixed(1)} s → ${b.seconds.toFixed(1)} s, ${time.toFixed(1)} times${held ? "" : " TOO MUCH"}; ${a.peak.toFixed(0)} → ${b.peak.toFixed(0)} MB, ${memory.toFixed(1)} bytes a byte${lean ? "" : " TOO MUCH"}; all tokens read ${b.read.toFixed(0)} MB; ${b.tokens} tokens; ${a.faults + b.faults} wrong offsets`,
    );
  }
  process.exitCode = failed > 0 ? 1 : 0;
}
