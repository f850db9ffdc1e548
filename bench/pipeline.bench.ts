/**
 * Speed of the whole pipeline and of each stage, against kuromoji-ko's tokenisation of the same texts in the same process.
 * Prints one JSON object; `npm run bench` makes a table of it.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findArticle } from "../src/article/find-article.js";
import { detectLanguage } from "../src/core/language.js";
import { readSource, restoreOffsets } from "../src/core/source.js";
import { clusterEntities } from "../src/entity/cluster-entities.js";
import { findEvents } from "../src/event/find-events.js";
import { loadLexicon } from "../src/lexicon/load-lexicon.js";
import { findMentions } from "../src/mention/find-mentions.js";
import { joinTimexes } from "../src/mention/join-timexes.js";
import { loadTagger } from "../src/mention/load-tagger.js";
import { analyze } from "../src/pipeline.js";
import { findQuotes } from "../src/quote/find-quotes.js";
import { splitSentences } from "../src/sentence/split-sentences.js";
import { findTimexes } from "../src/timex/find-timexes.js";
import { tokenize } from "../src/token/tokenize.js";

interface Text {
  readonly text: string;
  readonly publishedAt: string;
}

const root = fileURLToPath(new URL("../", import.meta.url));
const shared = join(root, "../shared/data/ner/press-train.jsonl");

/** Press releases where they are at hand; else the example article again and again, which caches like more than real text. */
function readCorpus(): { name: string; texts: Text[] } {
  if (existsSync(shared)) {
    const lines = readFileSync(shared, "utf8").trimEnd().split("\n");
    return { name: `${lines.length} press releases`, texts: lines.map((line) => JSON.parse(line) as Text) };
  }
  const text = readFileSync(join(root, "examples/article.txt"), "utf8");
  return {
    name: "examples/article.txt × 600",
    texts: Array.from({ length: 600 }, () => ({ text, publishedAt: "2024-03-25" })),
  };
}

const { name, texts } = readCorpus();
const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
const perSecond = (count: number, milliseconds: number) => Math.round((count / milliseconds) * 1000);
const best = (runs: number, run: () => void): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    run();
    least = Math.min(least, performance.now() - started);
  }
  return least;
};

/** Milliseconds that each way of reading takes for all texts, batch after batch in turns: of each batch the quickest of so many rounds, after a warm-up. */
function inTurns(rounds: number, batch: number, ways: readonly ((text: Text) => unknown)[]): number[] {
  for (const way of ways) for (const text of texts.slice(0, 100)) way(text);
  const totals = ways.map(() => 0);
  for (let at = 0; at < texts.length; at += batch) {
    const some = texts.slice(at, at + batch);
    const least = ways.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < rounds; round++)
      ways.forEach((way, i) => {
        const started = performance.now();
        for (const text of some) way(text);
        least[i] = Math.min(least[i] as number, performance.now() - started);
      });
    least.forEach((time, i) => {
      totals[i] = (totals[i] as number) + time;
    });
  }
  return totals;
}

const lexicon = await loadLexicon();
const tagger = await loadTagger();
const resources = { lexicon, tagger, meta: { gisa: "bench", lexicon: lexicon.name, model: tagger.name } };

// The whole pipeline and the peer, which cuts into tokens alone, in turns: what else the machine does slows both.
const require = createRequire(import.meta.url);
const peerFolder = dirname(dirname(require.resolve("kuromoji-ko")));
const { default: kuromojiKo } = (await import("kuromoji-ko")) as unknown as {
  default: { builder(options: { dicPath: string }): { build(): Promise<{ tokenize(text: string): unknown[] }> } };
};
const peer = await kuromojiKo.builder({ dicPath: join(peerFolder, "dict") }).build();
const [whole, peerTime] = inTurns(3, 25, [
  ({ text, publishedAt }) => analyze(text, { publishedAt }, resources),
  ({ text }) => peer.tokenize(text),
]) as [number, number];

// Each stage by itself, on the true output of the stages before it.
const stages = new Map<string, number>();
function timed<T>(stage: string, run: () => T): T {
  const started = performance.now();
  const result = run();
  stages.set(stage, (stages.get(stage) ?? 0) + performance.now() - started);
  return result;
}
const ignore = () => {};
for (const { text: given, publishedAt } of texts) {
  const options = { publishedAt };
  const source = timed("source", () => readSource(given, ignore));
  const { text } = source;
  const language = timed("language", () => detectLanguage(text, false, ignore));
  const article = timed("article", () => findArticle(text, options, ignore));
  const sentences = timed("sentence", () => splitSentences(text, article));
  // The objects too, which an article's table makes once and keeps.
  const tokens = timed("token", () => {
    const table = tokenize(text, sentences, lexicon);
    table.slice();
    return table;
  });
  const drafts = timed("mention", () => findMentions(text, article, sentences, tokens, tagger));
  const timexes = timed("timex", () => findTimexes(text, article, sentences, drafts, ignore));
  const mentions = timed("mention", () => joinTimexes(drafts, timexes, article));
  const { entities, relations } = timed("entity", () => clusterEntities(text, article, sentences, mentions));
  const events = timed("event", () => findEvents(text, article, sentences, tokens, mentions, timexes, entities));
  const quotes = timed("quote", () => findQuotes(text, sentences, tokens, mentions, entities));
  const layers = { article, sentences, tokens, mentions, entities, relations, timexes, events, quotes };
  timed("offsets", () =>
    restoreOffsets(source, { language: language.code, ...layers, diagnostics: [], meta: resources.meta }),
  );
}

// Time against length: one text of 1 MB and one of 10 MB (UTF-8).
const unit = texts.map(({ text }) => text).join("\n\n");
const ofBytes = (bytes: number) => {
  let text = unit;
  while (Buffer.byteLength(text) < bytes) text += unit;
  return Buffer.from(text).subarray(0, bytes).toString("utf8");
};
const timeOf = (text: string) => best(1, () => analyze(text, { publishedAt: "2024-03-25" }, resources));
const oneMegabyte = Math.min(timeOf(ofBytes(1e6)), timeOf(ofBytes(1e6)));
const tenMegabytes = timeOf(ofBytes(1e7));

process.stdout.write(
  `${JSON.stringify({
    corpus: name,
    characters,
    pipeline: perSecond(characters, whole),
    kuromojiKo: perSecond(characters, peerTime),
    stages: Object.fromEntries([...stages].map(([stage, milliseconds]) => [stage, Math.round(milliseconds)])),
    oneMegabyte: Math.round(oneMegabyte),
    tenMegabytes: Math.round(tenMegabytes),
  })}\n`,
);
