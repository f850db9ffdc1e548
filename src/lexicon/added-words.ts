import type { Kinds } from "./kinds.js";
import { Lexicon } from "./lexicon.js";
import { packTrie, type PackedTrie, unpackTrie } from "./trie.js";
import type { UserWord } from "./user-dictionary.js";
import { automaticCost, classOf } from "./word-cost.js";

/** A word is weighed against the other added words as often as this: 전북대학교 must win over 전북대 + 학교. */
const ROUNDS = 3;
/** The tree counts the entries of a word in one byte. */
const MAX_ENTRIES = 255;

export interface AddedWords {
  readonly trie: PackedTrie;
  /** The lexicon's own kinds, as they are, and behind them those of the words. */
  readonly kinds: Kinds;
  /** Lines that the words add to the table of features. */
  readonly features: readonly string[];
}

/**
 * The lexicon with further words. Each gets the contexts of its tag and class, and a cost: the given one, or one at which it wins over
 * what the lexicon and the other words make of its characters.
 */
export function extendLexicon(lexicon: Lexicon, words: readonly UserWord[]): { lexicon: Lexicon; added: AddedWords } {
  const weigh = (word: UserWord, against: Lexicon): number => {
    const wordClass = classOf(lexicon.meta.wordClasses, word.tag ?? "NNP", word.semantic, word.surface);
    return wordClass === undefined ? 0 : automaticCost(against, word.surface, wordClass);
  };
  const costs = words.map((word) => word.cost ?? weigh(word, lexicon));
  let added = compileWords(lexicon, words, costs);
  if (words.length === 0) return { lexicon, added };
  let extended = withWords(lexicon, added);
  for (let round = 1; round < ROUNDS; round++) {
    let changed = false;
    words.forEach((word, i) => {
      if (word.cost !== undefined || extended.segment(word.surface, 0, word.surface.length).length === 3) return;
      const cost = Math.min(costs[i] as number, weigh(word, extended));
      changed ||= cost !== costs[i];
      costs[i] = cost;
    });
    if (!changed) break;
    added = compileWords(lexicon, words, costs);
    extended = withWords(lexicon, added);
  }
  return { lexicon: extended, added };
}

function withWords(lexicon: Lexicon, { trie, kinds, features }: AddedWords): Lexicon {
  const unpacked = unpackTrie(trie, kinds.cost.length);
  const { meta, matrix, tries, characters, leftSpacePenalty } = lexicon;
  const all = unpacked === null ? tries : [...tries, unpacked];
  return new Lexicon(meta, lexicon.features.with(features), kinds, matrix, all, characters, leftSpacePenalty);
}

function compileWords(lexicon: Lexicon, words: readonly UserWord[], costs: readonly number[]): AddedWords {
  const features = new Numbering<string>(lexicon.features.length);
  const own = lexicon.kinds;
  const kinds = new Numbering<string>(own.cost.length);
  const rows: { left: number; right: number; cost: number; penalty: number; feature: number }[] = [];
  const entriesOf = new Map<string, number[]>();
  words.forEach((word, i) => {
    const pos = word.tag ?? "NNP";
    const wordClass = classOf(lexicon.meta.wordClasses, pos, word.semantic, word.surface);
    if (wordClass === undefined) return;
    const feature = features.of([pos, word.semantic ?? "", 0, isStem(pos) ? "다" : ""].join("\t"));
    const { left, right, penalty } = wordClass;
    const cost = costs[i] as number;
    const kind = kinds.of(`${feature} ${left} ${right} ${cost}`);
    if (kind - own.cost.length === rows.length) rows.push({ left, right, cost, penalty, feature });
    const entries = entriesOf.get(word.surface) ?? [];
    entriesOf.set(word.surface, entries);
    if (!entries.includes(kind) && entries.length < MAX_ENTRIES) entries.push(kind);
  });
  const column = (name: keyof Kinds) => Int32Array.from([...own[name], ...rows.map((row) => row[name])]);
  return {
    trie: packTrie(entriesOf),
    features: features.keys(),
    kinds: {
      left: column("left"),
      right: column("right"),
      cost: column("cost"),
      penalty: column("penalty"),
      feature: column("feature"),
    },
  };
}

/** Numbers things in the order in which they are first met. */
class Numbering<T> {
  private readonly numbers = new Map<T, number>();
  constructor(private readonly first: number) {}

  of(thing: T): number {
    const number = this.numbers.get(thing) ?? this.first + this.numbers.size;
    this.numbers.set(thing, number);
    return number;
  }

  keys(): T[] {
    return [...this.numbers.keys()];
  }
}

/** Verbs, adjectives, copulas and the suffixes that make them: their dictionary form ends in 다. */
export function isStem(pos: string): boolean {
  return /^(?:VV|VA|VX|VCP|VCN|XSV|XSA)(?:\+|$)/.test(pos);
}
