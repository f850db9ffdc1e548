/**
 * Reads JSONL objects with a `text` on stdin; writes for each a line of tokens: [[start, end, pos, semantic], …] in UTF-16 code units of the text.
 * Each line of a text is segmented on its own. The tagger is trained on these features.
 *
 *   npx esbuild scripts/dump-tokens.ts --bundle --platform=node --format=esm --outfile=/tmp/dump-tokens.mjs
 *   node /tmp/dump-tokens.mjs dictionaries/built < texts.jsonl > tokens.jsonl
 */
import { createInterface } from "node:readline";
import { loadLexicon } from "../src/lexicon/load-lexicon.js";
import { tokenize } from "../src/token/tokenize.js";

const lexicon = await loadLexicon({ baseUrl: process.argv[2] ?? "dictionaries/built" });
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === "") continue;
  const { text } = JSON.parse(line) as { text: string };
  const rows = tokenize(text, linesOf(text), lexicon)
    .slice()
    .map(({ start, end, pos, semantic }) => [start, end, pos, semantic ?? "*"]);
  if (!process.stdout.write(`${JSON.stringify(rows)}\n`))
    await new Promise((resolve) => process.stdout.once("drain", resolve));
}

function linesOf(text: string) {
  const lines: { start: number; end: number; part: "body" }[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") lines.push({ start, end: start + line.length, part: "body" });
    start += line.length + 1;
  }
  return lines;
}
