import { writeSections } from "../../scripts/lib/lexicon-file.js";
import { SECTION } from "../../src/lexicon/container.js";
import { packTrie } from "../../src/lexicon/trie.js";
import { bytesOf } from "../../scripts/lib/lexicon-file.js";

/** The sections of a lexicon of five words, every part that a real one has. */
export function smallSections(): Map<number, Uint8Array> {
  const u16 = (...numbers: number[]) => bytesOf(Uint16Array.from(numbers));
  const words = packTrie(
    new Map([
      ["한빛", [0]],
      ["한빛시", [0]],
      ["는", [1]],
      ["회의", [0, 2]],
      ["연다", [2]],
    ]),
  );
  const extra = packTrie(new Map([["가온", [0]]]));
  const category = { name: "DEFAULT", types: 1, invoke: false, group: true, length: 2, kinds: [0] };
  const meta = {
    name: "small",
    version: "1",
    words: 5,
    entries: 6,
    supplement: 1,
    matrix: { rows: 3, columns: 3, beginRight: 0, endLeft: 0 },
    categories: [category, { ...category, name: "HANGUL", types: 2, group: false }],
    wordClasses: [{ pos: "NNP", final: null, left: 1, right: 1, cost: 100, penalty: 0 }],
  };
  const text = (of: string) => new TextEncoder().encode(of);
  const categoryOf = new Uint8Array(0x10000).fill(1, 0xac00, 0xd7a4);
  return new Map([
    [SECTION.meta, text(JSON.stringify(meta))],
    [SECTION.features, text("NNP\t지명\t0\t\nJX\t\t0\t\nVV\t\t1\t다")],
    [SECTION.kindLeft, u16(1, 2, 1)],
    [SECTION.kindRight, u16(1, 2, 2)],
    [SECTION.kindCost, u16(10, 20, 0xffff)],
    [SECTION.kindPenalty, u16(0, 3000, 0)],
    [SECTION.kindFeature, u16(0, 1, 2)],
    [SECTION.matrix, new Uint8Array(18).fill(1)],
    [SECTION.categoryOf, categoryOf],
    [SECTION.baseLabels, bytesOf(words.labels)],
    [SECTION.baseChildren, bytesOf(words.childCounts)],
    [SECTION.baseCounts, bytesOf(words.entryCounts)],
    [SECTION.baseKinds, u16(...Array.from(words.kinds))],
    [SECTION.extraLabels, bytesOf(extra.labels)],
    [SECTION.extraChildren, bytesOf(extra.childCounts)],
    [SECTION.extraCounts, bytesOf(extra.entryCounts)],
    [SECTION.extraKinds, u16(...Array.from(extra.kinds))],
  ]);
}

export const smallLexicon = (sections = smallSections()): Uint8Array => writeSections(sections);
