/**
 * Reads the texts of test/spec/model/texts.txt, one a line, and writes them with the tokens that the lexicon gives them now; training/reference.py adds
 * the labels and test/unit/mention/parity.test.ts replays them. Every third case is five lines together, so that chunks of several sentences are met.
 *
 *   npx tsx scripts/parity-input.ts > /tmp/parity.json && python3 training/reference.py /tmp/parity.json test/spec/model/parity.json
 */
import { readFileSync } from "node:fs";
import type { Sentence } from "../src/core/types.js";
import { loadLexicon } from "../src/lexicon/load-lexicon.js";
import { tokenize } from "../src/token/tokenize.js";

async function main(): Promise<void> {
  const lexicon = await loadLexicon({ baseUrl: "dictionaries/built" });
  const lines = readFileSync("test/spec/model/texts.txt", "utf8").trimEnd().split("\n");
  const texts = lines.flatMap((line, i) =>
    i % 3 === 2 ? [line, lines.slice(Math.max(0, i - 4), i + 1).join("\n\n")] : [line],
  );
  texts.push(lines.join("\n"));
  const cases = texts.map((text) => {
    const sentences = [...text.matchAll(/[^\n]+/g)].map(
      (line): Sentence => ({ start: line.index, end: line.index + line[0].length, part: "body" }),
    );
    return {
      text,
      sentences: sentences.map(({ start, end }) => [start, end]),
      tokens: tokenize(text, sentences, lexicon)
        .slice()
        .map(({ start, end, pos, semantic }) => [start, end, pos, semantic ?? null]),
    };
  });
  process.stdout.write(JSON.stringify({ cases }));
}

await main();
