import { extendLexicon } from "./added-words.js";
import type { Category } from "./characters.js";
import { damaged, readSections, SECTION, type Sections } from "./container.js";
import { Features, type Kinds, type Matrix } from "./kinds.js";
import { Lexicon } from "./lexicon.js";
import { readMeta } from "./read-meta.js";
import { type Trie, unpackTrie } from "./trie.js";
import type { UserWord } from "./user-dictionary.js";

export interface LexiconOptions {
  /** Words of 2018–2026 that mecab-ko-dic lacks. Default true. */
  readonly supplement?: boolean;
  /** mecab-ko's penalty for white space before a josa, an ending or a suffix. Default true; plain MeCab has none. */
  readonly leftSpacePenalty?: boolean;
  readonly userWords?: readonly UserWord[];
}

/**
 * Reads the unpacked `lexicon.bin`.
 *
 * Errors  `resource/damaged`, `resource/version`.
 */
export function readLexicon(bytes: Uint8Array, options: LexiconOptions = {}): Lexicon {
  const sections = readSections(bytes);
  const meta = readMeta(sections(SECTION.meta));
  const kinds = readKinds(sections);
  const features = new Features(new TextDecoder().decode(sections(SECTION.features)));
  const { rows, columns } = meta.matrix;
  const matrix = readMatrix(sections(SECTION.matrix), rows, columns);
  const kindCount = kinds.cost.length;
  if (!below(kinds.left, rows) || !below(kinds.right, columns) || !below(kinds.feature, features.length))
    throw damaged("a kind points nowhere");
  if (meta.wordClasses.some(({ left, right }) => left >= rows || right >= columns))
    throw damaged("a word class points nowhere");
  const categoryOf = readCategories(sections(SECTION.categoryOf), meta.categories, kindCount);
  const characters = { categoryOf, categories: meta.categories };

  const base = readTrie(sections, SECTION.baseLabels, kindCount);
  const leftSpacePenalty = options.leftSpacePenalty ?? true;
  const extra = (options.supplement ?? true) ? [readTrie(sections, SECTION.extraLabels, kindCount)] : [];
  const shipped = new Lexicon(meta, features, kinds, matrix, [base, ...extra], characters, leftSpacePenalty);
  return extendLexicon(shipped, options.userWords ?? []).lexicon;
}

function words16(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
}

function readKinds(sections: Sections): Kinds {
  const left = new Int32Array(words16(sections(SECTION.kindLeft)));
  const right = new Int32Array(words16(sections(SECTION.kindRight)));
  const costs = words16(sections(SECTION.kindCost));
  const cost = new Int32Array(new Int16Array(costs.buffer, costs.byteOffset, costs.length));
  const penalty = new Int32Array(words16(sections(SECTION.kindPenalty)));
  const feature = new Int32Array(words16(sections(SECTION.kindFeature)));
  const length = left.length;
  for (const column of [right, cost, penalty, feature])
    if (column.length !== length) throw damaged("its kinds have columns of unequal length");
  return { left, right, cost, penalty, feature };
}

function below(numbers: Int32Array, limit: number): boolean {
  let highest = -1;
  for (let i = 0; i < numbers.length; i++) highest = Math.max(highest, numbers[i] as number);
  return highest < limit;
}

/** Undoes the differences along each row: all low bytes, then all high bytes. */
function readMatrix(bytes: Uint8Array, rows: number, columns: number): Matrix {
  const size = rows * columns;
  // MeCab numbers contexts with 16 bits, of which the lattice keeps the sign.
  const isSized = rows > 0 && columns > 0 && rows <= 0x7fff && columns <= 0x7fff;
  if (!isSized || size * 2 !== bytes.length) throw damaged("its matrix has a wrong size");
  const costs = new Int16Array(size);
  const least = new Int16Array(rows);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    let value = 0;
    let lowest = 0x7fff;
    for (let column = 0; column < columns; column++, at++) {
      value = ((value + ((bytes[at] as number) | ((bytes[size + at] as number) << 8))) << 16) >> 16;
      costs[at] = value;
      if (value < lowest) lowest = value;
    }
    least[row] = lowest;
  }
  return { costs, least, rows, columns };
}

function readCategories(section: Uint8Array, categories: readonly Category[], kindCount: number): Uint8Array {
  if (section.length !== 0x10000) throw damaged("its character table has a wrong size");
  for (const unit of section) if (unit >= categories.length) throw damaged("a character has no category");
  for (const { kinds } of categories)
    for (const kind of kinds) if (!(kind < kindCount)) throw damaged("an unknown word has no kind");
  const table = section.slice();
  // Surrogates count as MeCab counts every character beyond the BMP; white space is skipped before the table is asked.
  table.fill(table[0] as number, 0xd800, 0xe000);
  table[0xffff] = table[0] as number;
  return table;
}

function readTrie(sections: Sections, first: number, kindCount: number): Trie {
  const packed = {
    labels: words16(sections(first)),
    childCounts: words16(sections(first + 1)),
    entryCounts: sections(first + 2),
    kinds: words16(sections(first + 3)),
  };
  const trie = unpackTrie(packed, kindCount);
  if (trie === null) throw damaged("its words contradict each other");
  return trie;
}
