import { readFileSync } from "node:fs";
import { beforeAll, describe, test } from "vitest";
import { type Analyzer, loadAnalyzer } from "../../src/index.js";
import { nounTagger } from "../property/noun-tagger.js";
import { expectWithin } from "../support/expect-within.js";

const ARTICLE = readFileSync(new URL("../../examples/article.txt", import.meta.url), "utf8");
const LINE = ARTICLE.replaceAll(/\s+/g, " ").trim();

/** The kinds of `npm run scaling`, which does the same at 1 and 10 MB with the model. */
const KINDS: readonly [name: string, unit: string][] = [
  ["prose", ARTICLE],
  ["one line", `${LINE} `],
  ["many lines", [...LINE.matchAll(/.{1,12}/gu)].map(([part]) => `${part}\n`).join("")],
  ["digits", "1234567890 2024.3.25. 12:30 1,234,567 "],
  ["brackets", "(가[나{다<라「마『바《사〈아【자"],
  ["quotes", "“가‘나\"다'라”마 ‘바"],
];

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer({ tagger: nounTagger });
});

describe("ten times the text takes no more than some twelve times the time", () => {
  test.each(KINDS)("%s, 8,000 and 80,000 characters", async (_, unit) => {
    const reading = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      return () => void analyzer.analyze(text, { publishedAt: "2024-03-25", force: true });
    };
    await expectWithin(reading(8_000), reading(80_000), (short) => 12 * short + 150);
  });
});
