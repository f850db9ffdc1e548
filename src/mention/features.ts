/** Ids of tokens and characters, as `docs/model-format.md` has them; `training/features.py` computes the same. */
import type { Token } from "../core/types.js";
import type { ModelHeader } from "../model/header.js";
import { ID } from "../model/network.js";

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
  readonly #words = new Map<string, number>();
  readonly #tags: ReadonlyMap<string, number>;
  readonly #semantics: ReadonlyMap<string, number>;
  readonly #units = new Uint16Array(UNITS).fill(ID.unknown);
  readonly #tailRows: number;
  readonly #bigramRows: number;
  #longestWord = 0;

  constructor({ words, chars, tags, semantics, tailRows, bigramRows }: ModelHeader) {
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      this.#words.set(word, ID.first + i);
      if (word.length > this.#longestWord) this.#longestWord = word.length;
    }
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
    columns[0]![row] = this.#wordId(token.text);
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

  #wordId(surface: string): number {
    if (surface.length > this.#longestWord) return ID.unknown;
    return this.#words.get(hasDigit(surface) ? surface.replace(/[0-9]/g, "0") : surface) ?? ID.unknown;
  }

  #tagId(pos: string): number {
    const whole = this.#tags.get(pos);
    if (whole !== undefined) return whole;
    const plus = pos.indexOf("+");
    return plus < 0 ? ID.unknown : (this.#tags.get(pos.slice(0, plus)) ?? ID.unknown);
  }
}

function hasDigit(surface: string): boolean {
  for (let i = 0; i < surface.length; i++) {
    const unit = surface.charCodeAt(i);
    if (unit >= 0x30 && unit <= 0x39) return true;
  }
  return false;
}

function idsOf(list: readonly string[]): Map<string, number> {
  return new Map(list.map((item, i) => [item, ID.first + i]));
}
