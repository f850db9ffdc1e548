import type { Lexicon, WordClass } from "./lexicon.js";
import { childOf, type Trie } from "./trie.js";

/** How far below the cheapest other reading of the same characters a word is put, standing alone … */
const MARGIN = 500;
/** … and before josa. */
const MARGIN_BEFORE_JOSA = 100;
/** The lowest automatic cost; and its step, so that few costs differ. */
const LOWEST = -12000;
const STEP = 50;
/** Josa that a noun is tried with, after a final consonant and after a vowel. */
const JOSA_AFTER = { consonant: ["이", "은", "의"], vowel: ["가", "는", "의"] } as const;
/** What stands before the word, besides the beginning of a sentence: a noun, a topic, a modifier. */
const TAGS_BEFORE = ["NNG", "JX", "ETM"];
/** Digits and Latin letters whose Korean reading ends in a consonant: 영 일 삼 육 칠 팔, 엘 엠 엔 알. */
const CONSONANT_READINGS = new Set("013678LMNRlmnr");

/** The class of a word of this tag and semantic class; undefined for a tag that the lexicon does not have. */
export function classOf(
  classes: readonly WordClass[],
  pos: string,
  semantic: string | undefined,
  surface: string,
): WordClass | undefined {
  const final = endsInConsonant(surface);
  const ofTag = classes.filter((of) => of.pos === pos);
  const ofSense = ofTag.filter((of) => of.semantic === semantic);
  const plain = ofTag.filter((of) => of.semantic === undefined);
  const group = [ofSense, plain, ofTag].find(({ length }) => length > 0) ?? [];
  return group.find((of) => of.final === final) ?? group.find((of) => of.final === null) ?? group[0];
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
export function automaticCost(lexicon: Lexicon, surface: string, wordClass: WordClass): number {
  const { costs, columns } = lexicon.matrix;
  const { beginRight, endLeft } = lexicon.meta.matrix;
  const connection = (right: number, left: number) => costs[left * columns + right] as number;
  const closing = connection(wordClass.right, endLeft);

  let cost = wordClass.cost;
  for (const context of [beginRight, ...columnsAfter(lexicon)]) {
    const others = lexicon.costOf(surface, context);
    cost = Math.min(cost, others - connection(context, wordClass.left) - closing - MARGIN);
  }
  if (wordClass.pos.startsWith("NN")) {
    for (const josa of JOSA_AFTER[endsInConsonant(surface) ? "consonant" : "vowel"]) {
      const rest = costOfJosa(lexicon, josa, wordClass.right);
      const others = lexicon.costOf(surface + josa);
      cost = Math.min(cost, others - connection(beginRight, wordClass.left) - rest - MARGIN_BEFORE_JOSA);
    }
  }
  return Math.max(LOWEST, Math.floor(cost / STEP) * STEP);
}

function columnsAfter({ meta }: Lexicon): number[] {
  return TAGS_BEFORE.flatMap((tag) => classOf(meta.wordClasses, tag, undefined, "가")?.right ?? []);
}

/** The cheapest way from a word to the end of the sentence over the josa, read as a josa. */
function costOfJosa(lexicon: Lexicon, josa: string, contextRight: number): number {
  const { matrix, kinds, meta } = lexicon;
  const [trie] = lexicon.tries as [Trie];
  let node = trie.byFirstUnit[josa.charCodeAt(0)] as number;
  for (let i = 1; i < josa.length && node !== 0; i++) node = childOf(trie, node, josa.charCodeAt(i));
  let cheapest = Number.POSITIVE_INFINITY;
  if (node === 0) return cheapest;
  for (const kind of trie.kinds.subarray(trie.entryStart[node], trie.entryStart[node + 1])) {
    if (!lexicon.featureOf(kind).pos.startsWith("J")) continue;
    const opening = matrix.costs[(kinds.left[kind] as number) * matrix.columns + contextRight] as number;
    const closing = matrix.costs[meta.matrix.endLeft * matrix.columns + (kinds.right[kind] as number)] as number;
    cheapest = Math.min(cheapest, opening + (kinds.cost[kind] as number) + closing);
  }
  return cheapest;
}
