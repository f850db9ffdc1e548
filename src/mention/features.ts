/** Ids of tokens and characters, as `docs/model-format.md` has them; `training/features.py` computes the same. */
import type { Token } from "../core/types.js";
import type { ModelHeader } from "../model/header.js";
import { ID } from "../model/plan-network.js";

/** Place of a character in its token. */
export const POSITION = { border: 0, only: 1, first: 2, inside: 3, last: 4, outside: 5 } as const;

const UNITS = 65536;
const LENGTHS = 5;
const SCRIPTS = 5;

/** Hash of two UTF-16 units, below `rows`. */
export function pairHash(a: number, b: number, rows: number): number {
  return (Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) >>> 8) % rows;
}

/** 0 Hangul syllable, 1 ASCII digit, 2 ASCII letter, 3 hanja, 4 anything else. */
function scriptOf(unit: number): number {
  if (unit >= 0xac00 && unit <= 0xd7a3) return 0;
  if (unit >= 0x30 && unit <= 0x39) return 1;
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) return 2;
  return unit >= 0x4e00 && unit <= 0x9fff ? 3 : 4;
}

/** The lists of a model, turned round: from what a text holds to the row that the network learnt for it. */
export class Vocabulary {
  readonly #words: WordTable;
  readonly #tags: ReadonlyMap<string, number>;
  readonly #semantics: ReadonlyMap<string, number>;
  readonly #units = new Uint16Array(UNITS).fill(ID.unknown);
  readonly #tailRows: number;
  readonly #bigramRows: number;

  constructor({ words, chars, tags, semantics, tailRows, bigramRows }: ModelHeader) {
    this.#words = new WordTable(words);
    this.#tags = idsOf(tags);
    this.#semantics = idsOf(semantics);
    for (let i = 0; i < chars.length; i++) this.#units[chars.charCodeAt(i)] = ID.first + i;
    this.#tailRows = tailRows - ID.first;
    this.#bigramRows = bigramRows - ID.first;
  }

  /** Writes the seven ids of a token to row `row` of the columns of `TOKEN_TABLES`. */
  writeToken(token: Token, text: string, spaceBefore: boolean, columns: readonly Int32Array[], row: number): void {
    const { start, end } = token;
    const length = end - start;
    const first = text.charCodeAt(start);
    const last = text.charCodeAt(end - 1);
    const beforeLast = length > 1 ? text.charCodeAt(end - 2) : 0;
    columns[0]![row] = this.#words.idOf(text, start, end);
    columns[1]![row] = this.#tagId(token.pos);
    columns[2]![row] = this.#semantics.get(token.semantic || "*") ?? ID.unknown;
    columns[3]![row] = this.#units[first]!;
    columns[4]![row] = this.#units[last]!;
    columns[5]![row] = ID.first + pairHash(beforeLast, last, this.#tailRows);
    const lengthClass = Math.min(length, LENGTHS) - 1;
    columns[6]![row] = ID.first + ((spaceBefore ? LENGTHS : 0) + lengthClass) * SCRIPTS + scriptOf(first);
  }

  unitId(unit: number): number {
    return this.#units[unit]!;
  }

  bigramId(unit: number, next: number): number {
    return ID.first + pairHash(unit, next, this.#bigramRows);
  }

  #tagId(pos: string): number {
    const whole = this.#tags.get(pos);
    if (whole !== undefined) return whole;
    const plus = pos.indexOf("+");
    return plus < 0 ? ID.unknown : (this.#tags.get(pos.slice(0, plus)) ?? ID.unknown);
  }
}

/** Ids of words by their units, so that looking one up makes no string. Every ASCII digit counts as 0. */
class WordTable {
  /** Ids, 0 where a slot is empty; a word that finds its slot taken goes to the next. */
  readonly #slots: Int32Array;
  readonly #letters: Uint16Array;
  /** Where the letters of word i begin; those of the next end it. */
  readonly #starts: Int32Array;

  constructor(words: readonly string[]) {
    this.#slots = new Int32Array(1 << (32 - Math.clz32(2 * words.length)));
    this.#starts = new Int32Array(words.length + 1);
    this.#letters = new Uint16Array(words.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      this.#starts[i] = at;
      for (let k = 0; k < word.length; k++) this.#letters[at++] = word.charCodeAt(k);
      this.#starts[i + 1] = at;
      this.#slots[this.#slotOf(word, 0, word.length)] = ID.first + i;
    }
  }

  idOf(text: string, start: number, end: number): number {
    return this.#slots[this.#slotOf(text, start, end)] || ID.unknown;
  }

  /** The slot that holds the word, or the empty one where it would go. */
  #slotOf(text: string, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let hash = 0;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ withoutDigit(text.charCodeAt(i)), 0x9e3779b1);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.#slots[slot] !== 0 && !this.#holds(this.#slots[slot]! - ID.first, text, start, end))
      slot = (slot + 1) & mask;
    return slot;
  }

  #holds(word: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[word]!;
    if (this.#starts[word + 1]! - from !== end - start) return false;
    for (let i = start; i < end; i++)
      if (this.#letters[from + i - start] !== withoutDigit(text.charCodeAt(i))) return false;
    return true;
  }
}

function withoutDigit(unit: number): number {
  return unit >= 0x30 && unit <= 0x39 ? 0x30 : unit;
}

function idsOf(list: readonly string[]): Map<string, number> {
  return new Map(list.map((item, i) => [item, ID.first + i]));
}
