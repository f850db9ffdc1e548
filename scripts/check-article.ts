/**
 * Measures article structure and sentences on the labelled files (in ../shared, where present):
 *   npx tsx scripts/check-article.ts FILE.jsonl…      [--show N]
 * Counts gold mentions and timexes that fall in boilerplate, that a sentence end cuts, or that no sentence covers.
 */
import { readFileSync } from "node:fs";
import { findArticle } from "../src/article/find-article.js";
import { readSource } from "../src/core/source.js";
import type { Span } from "../src/core/types.js";
import { splitSentences } from "../src/sentence/split-sentences.js";

interface Gold {
  id: string;
  publishedAt: string | null;
  text: string;
  mentions: Span[];
  timexes?: Span[];
}

const args = process.argv.slice(2);
const show = args.includes("--show") ? Number(args[args.indexOf("--show") + 1]) : 0;
const files = args.filter((arg) => arg.endsWith(".jsonl"));

for (const file of files) {
  const count = {
    documents: 0,
    gold: 0,
    boilerplate: 0,
    cut: 0,
    uncovered: 0,
    conflicts: 0,
    sentences: 0,
    bylines: 0,
    headlines: 0,
    characters: 0,
  };
  let shown = 0;
  const complain = (what: string, text: string, span: Span) => {
    if (shown++ < show) console.log(what, JSON.stringify(text.slice(Math.max(0, span.start - 30), span.end + 30)));
  };
  const began = performance.now();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "") continue;
    const gold = JSON.parse(line) as Gold;
    const codes: string[] = [];
    const source = readSource(gold.text, () => {});
    const article = findArticle(source.text, gold.publishedAt ? { publishedAt: gold.publishedAt } : {}, ({ code }) =>
      codes.push(code),
    );
    const sentences = splitSentences(source.text, article);
    count.documents++;
    count.sentences += sentences.length;
    count.characters += gold.text.length;
    count.bylines += article.bylines.length;
    if (article.headline) count.headlines++;
    if (codes.includes("article/date-conflict")) {
      count.conflicts++;
      console.log("conflict", gold.id, JSON.stringify(article.publishedAt));
    }
    const restored = sentences.map((sentence) => source.toOriginal(sentence));
    const boilerplate = article.boilerplate.map((span) => source.toOriginal(span));
    for (const span of [...gold.mentions, ...(gold.timexes ?? [])]) {
      count.gold++;
      if (boilerplate.some(({ start, end }) => start < span.end && end > span.start)) {
        count.boilerplate++;
        complain("boilerplate", gold.text, span);
      } else if (!restored.some(({ start, end }) => start <= span.start && end >= span.end)) {
        if (restored.some(({ start, end }) => start < span.end && end > span.start)) {
          count.cut++;
          complain("cut", gold.text, span);
        } else {
          count.uncovered++;
          complain("uncovered", gold.text, span);
        }
      }
    }
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(
    file.split("/").at(-1),
    JSON.stringify(count),
    `${Math.round(count.characters / seconds / 1000)} thousand characters/s`,
  );
}
