import type { Kinds } from "./kinds.js";
import type { Lexicon, WordClass } from "./lexicon.js";
import { childOf, type Trie } from "./trie.js";
import type { UserWord } from "./user-dictionary.js";

/** How far an added word stays below the cheapest other reading of the same characters. */
const MARGIN = 700;
/** Bounds of an automatic cost. */
const LOWEST = -12000;
/** Josa that a noun is tried with, after a final consonant and after a vowel. */
const JOSA_AFTER = { consonant: ["이", "은", "의"], vowel: ["가", "는", "의"] } as const;
/** Digits and Latin letters whose Korean reading ends in a consonant: 영 일 삼 육 칠 팔, 엘 엠 엔 알. */
const CONSONANT_READINGS = new Set("013678LMNRlmnr");

export interface AddedWords {
  readonly entriesOf: Map<string, number[]>;
  readonly kinds: Kinds;
  /** Lines that the words add to the table of features. */
  readonly features: readonly string[];
}

/** Gives each word a kind: the contexts of its tag and class, and a cost. The lexicon's own kinds come first and stay as they are. */
export function addWords(lexicon: Lexicon, words: readonly UserWord[]): AddedWords {
  const features: string[] = [];
  const { left, right, cost, penalty, feature } = lexicon.kinds;
  const columns = { left: [...left], right: [...right], cost: [...cost], penalty: [...penalty], feature: [...feature] };
  const entriesOf = new Map<string, number[]>();
  const featureNumbers = new Map<string, number>();
  const kindNumbers = new Map<string, number>();

  for (const word of words) {
    const pos = word.tag ?? "NNP";
    const wordClass = classOf(lexicon.meta.wordClasses, pos, word.semantic, endsInConsonant(word.surface));
    if (wordClass === undefined) continue;
    const line = [pos, word.semantic ?? "", 0, isStem(pos) ? "다" : ""].join("\t");
    let featureNumber = featureNumbers.get(line);
    if (featureNumber === undefined) {
      featureNumber = lexicon.features.length + features.push(line) - 1;
      featureNumbers.set(line, featureNumber);
    }
    const wordCost = word.cost ?? automaticCost(lexicon, word.surface, wordClass);
    const kindKey = `${featureNumber} ${wordClass.left} ${wordClass.right} ${wordCost}`;
    let kind = kindNumbers.get(kindKey);
    if (kind === undefined) {
      kind = columns.left.push(wordClass.left) - 1;
      columns.right.push(wordClass.right);
      columns.cost.push(wordCost);
      columns.penalty.push(wordClass.penalty);
      columns.feature.push(featureNumber);
      kindNumbers.set(kindKey, kind);
    }
    const entries = entriesOf.get(word.surface) ?? [];
    entriesOf.set(word.surface, entries);
    // The tree counts the entries of a word in one byte.
    if (!entries.includes(kind) && entries.length < 255) entries.push(kind);
  }
  return {
    entriesOf,
    features,
    kinds: {
      left: Int32Array.from(columns.left),
      right: Int32Array.from(columns.right),
      cost: Int32Array.from(columns.cost),
      penalty: Int32Array.from(columns.penalty),
      feature: Int32Array.from(columns.feature),
    },
  };
}

/** Verbs, adjectives, copulas and the suffixes that make them: their dictionary form ends in 다. */
export function isStem(pos: string): boolean {
  return /^(?:VV|VA|VX|VCP|VCN|XSV|XSA)(?:\+|$)/.test(pos);
}

function classOf(
  classes: readonly WordClass[],
  pos: string,
  semantic: string | undefined,
  final: boolean,
): WordClass | undefined {
  const fits = (of: WordClass, wanted: string | undefined) =>
    of.pos === pos && (of.semantic ?? undefined) === wanted && (of.final === null || of.final === final);
  return (
    classes.find((of) => fits(of, semantic)) ??
    classes.find((of) => fits(of, undefined)) ??
    classes.find((of) => of.pos === pos)
  );
}

function endsInConsonant(surface: string): boolean {
  const last = surface.charCodeAt(surface.length - 1);
  if (last >= 0xac00 && last <= 0xd7a3) return (last - 0xac00) % 28 !== 0;
  return CONSONANT_READINGS.has(surface.slice(-1));
}

/**
 * A cost at which the word wins over every other reading of its characters, alone and before josa; the usual cost of its class where
 * that is enough.
 */
function automaticCost(lexicon: Lexicon, surface: string, wordClass: WordClass): number {
  const { costs, columns } = lexicon.matrix;
  const { beginRight, endLeft } = lexicon.meta.matrix;
  const connection = (right: number, left: number) => costs[left * columns + right] as number;
  const opening = connection(beginRight, wordClass.left);

  let cost = Math.min(
    wordClass.cost,
    lexicon.costOf(surface) - opening - connection(wordClass.right, endLeft) - MARGIN,
  );
  if (wordClass.pos.startsWith("NN")) {
    for (const josa of JOSA_AFTER[endsInConsonant(surface) ? "consonant" : "vowel"]) {
      let rest = Number.POSITIVE_INFINITY;
      for (const kind of kindsOf(lexicon, josa)) {
        const left = lexicon.kinds.left[kind] as number;
        const right = lexicon.kinds.right[kind] as number;
        const josaCost = lexicon.kinds.cost[kind] as number;
        rest = Math.min(rest, connection(wordClass.right, left) + josaCost + connection(right, endLeft));
      }
      cost = Math.min(cost, lexicon.costOf(surface + josa) - opening - rest - MARGIN);
    }
  }
  return Math.max(LOWEST, Math.round(cost));
}

function kindsOf(lexicon: Lexicon, word: string): Int32Array {
  const [trie] = lexicon.tries as [Trie];
  let node = trie.byFirstUnit[word.charCodeAt(0)] as number;
  for (let i = 1; i < word.length && node !== 0; i++) node = childOf(trie, node, word.charCodeAt(i));
  return node === 0 ? new Int32Array(0) : trie.kinds.subarray(trie.entryStart[node], trie.entryStart[node + 1]);
}
