import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findArticle } from "../../../src/article/find-article.js";
import type { Mention } from "../../../src/core/types.js";
import { clusterEntities } from "../../../src/entity/cluster-entities.js";
import { loadLexicon } from "../../../src/lexicon/load-lexicon.js";
import { findQuotes } from "../../../src/quote/find-quotes.js";
import { splitSentences } from "../../../src/sentence/split-sentences.js";
import { tokenize } from "../../../src/token/tokenize.js";

interface Label {
  file: string;
  id: string;
  start: number;
  end: number;
  /** Where the text names the speaker; null for what is no speech, or speech of someone without a name. */
  speaker: [number, number] | null;
}

const SHARED = "../shared/data/ner";

/** Both labelled by reading, the second with the library's answer not looked at before. */
const TABLES = [
  ["speakers.json", "108 quotations of the development sets"],
  ["speakers-train.json", "52 quotations of the training sets"],
] as const;

describe.skipIf(!existsSync(SHARED)).each(TABLES)("%s: speakers of %s, names given", (file) => {
  const labels: Label[] = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
  test("at least 85% are right", { timeout: 60_000 }, async () => {
    const lexicon = await loadLexicon({ baseUrl: "dictionaries/built" });
    const wrong: string[] = [];
    for (const file of new Set(labels.map((label) => label.file))) {
      for (const line of readFileSync(`${SHARED}/${file}.jsonl`, "utf8").split("\n")) {
        if (line === "") continue;
        const gold = JSON.parse(line);
        const own = labels.filter((label) => label.id === gold.id);
        if (own.length === 0) continue;
        const text: string = gold.text;
        const article = findArticle(text, gold.publishedAt ? { publishedAt: gold.publishedAt } : {}, () => {});
        const sentences = splitSentences(text, article);
        const tokens = tokenize(text, sentences, lexicon);
        const mentions = gold.mentions.map(
          (m: Mention, index: number): Mention => ({
            id: `m${index}`,
            start: m.start,
            end: m.end,
            text: m.text,
            type: m.type,
            fine: m.fine ?? "",
            score: 1,
          }),
        );
        const { entities } = clusterEntities(text, article, sentences, mentions);
        const quotes = findQuotes(text, sentences, tokens, mentions, entities);
        for (const label of own) {
          const quote = quotes.find((q) => q.kind === "direct" && q.start < label.end && label.start < q.end);
          const entity = entities.find((e) => e.id === quote?.speaker);
          const named = mentions.filter((m: Mention) => entity?.mentions.includes(m.id));
          const [from, to] = label.speaker ?? [0, 0];
          const right = label.speaker
            ? named.some((m: Mention) => m.start < to && from < m.end)
            : quote?.speaker === undefined;
          if (!right)
            wrong.push(
              `${label.id} ${label.start} want ${text.slice(from, to) || "nobody"}, got ${entity?.name ?? (quote ? "nobody" : "no quote")}`,
            );
        }
      }
    }
    expect(wrong.length / labels.length, wrong.join("\n")).toBeLessThanOrEqual(0.15);
    if (process.env["GISA_SHOW"])
      throw new Error(`${labels.length - wrong.length}/${labels.length}\n${wrong.join("\n")}`);
  });
});
