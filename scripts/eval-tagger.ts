/**
 * Exact F1 of the tagger as it ships (rounded weights, refiners), before times and bylines are joined: what it learnt, by the guideline that it learnt it from.
 * `doc.mentions` replace its dates and clock times with timexes, whose spans follow our own guide, not KoNEC's.
 *
 *   npx tsx scripts/eval-tagger.ts [FOLDER-OF-BUILT-FILES]
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findArticle } from "../src/article/find-article.js";
import { readSource } from "../src/core/source.js";
import { loadLexicon } from "../src/lexicon/load-lexicon.js";
import { findMentions } from "../src/mention/find-mentions.js";
import { loadTagger } from "../src/mention/load-tagger.js";
import { splitSentences } from "../src/sentence/split-sentences.js";
import { tokenize } from "../src/token/tokenize.js";

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly { start: number; end: number; type: string; fine?: string }[];
}

const root = fileURLToPath(new URL("../", import.meta.url));
const shared = join(root, "../shared/data/ner");
const baseUrl = process.argv[2] ?? join(root, "dictionaries/built");
const PLO = ["PERSON", "LOCATION", "ORGANIZATION"];
const SIX = [...PLO, "DATE", "TIME", "QUANTITY"];
const isNews = ({ id }: Gold) => id.endsWith("-wikitree");
const SETS: readonly [name: string, file: string, keep: (gold: Gold) => boolean][] = [
  ["konec-dev", "konec-dev", () => true],
  ["konec-dev news", "konec-dev", isNews],
  ["press-dev", "press-dev", () => true],
  ["articles-dev", "articles-dev", () => true],
];

if (!existsSync(shared)) {
  console.log(`Nothing to score: ${shared} is not here.`);
  process.exit(0);
}
const lexicon = await loadLexicon({ baseUrl });
const tagger = await loadTagger({ baseUrl });

function propose(given: string) {
  const { text } = readSource(given, () => {});
  const article = findArticle(text, {}, () => {});
  const sentences = splitSentences(text, article);
  return findMentions(text, article, sentences, tokenize(text, sentences, lexicon), tagger);
}

const percent = (hit: number, all: number) => (all === 0 ? "–" : (100 * hit) / all).toString().slice(0, 4);

for (const [name, file, keep] of SETS) {
  const documents = readFileSync(join(shared, `${file}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): Gold => JSON.parse(line))
    .filter(keep);
  const pairs = documents.map((gold) => ({ gold: gold.mentions, mine: propose(gold.text) }));
  const score = (keys: (m: { start: number; end: number; type: string; fine?: string }) => string | null) => {
    let hit = 0;
    let all = 0;
    for (const { gold, mine } of pairs) {
      const wanted = new Set(gold.map(keys).filter((key) => key !== null));
      const found = new Set(mine.map(keys).filter((key) => key !== null));
      for (const key of found) if (wanted.has(key)) hit++;
      all += wanted.size + found.size;
    }
    return percent(2 * hit, all);
  };
  const of = (types: readonly string[]) =>
    score(({ start, end, type }) => (types.includes(type) ? `${start} ${end} ${type}` : null));
  const types = [...new Set(documents.flatMap(({ mentions }) => mentions.map(({ type }) => type)))].sort();
  const row = [
    `P/L/O ${of(PLO)}`,
    `six ${of(SIX)}`,
    ...(file.startsWith("konec") ? [`fine ${score(({ start, end, fine }) => `${start} ${end} ${fine}`)}`] : []),
    ...types.map((type) => `${type} ${of([type])}`),
  ];
  console.log(`${name}: ${row.join(", ")}`);
}
