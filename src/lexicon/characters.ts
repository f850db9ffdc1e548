/** How MeCab proposes unknown words that begin with a character of some category. */
export interface Category {
  readonly name: string;
  /** Bits of all categories that the character belongs to; a run goes on while neighbours share a bit. */
  readonly types: number;
  /** Also where the lexicon has words here. */
  readonly invoke: boolean;
  /** The whole run as one word. */
  readonly group: boolean;
  /** Every prefix of the run up to this many characters. */
  readonly length: number;
  /** Kinds that the unknown word may be. */
  readonly kinds: readonly number[];
}

export interface Characters {
  /** Number of the category by code unit. Surrogates are of category 0, as characters beyond the BMP are in MeCab. */
  readonly categoryOf: Uint8Array;
  readonly categories: readonly Category[];
}

/** Beyond this many characters a run is not proposed as one word (MeCab's max-grouping-size). */
export const MAX_GROUP = 24;

/** White space of every sort separates words; mecab-ko-dic knows the ASCII ones. */
export function isSpaceUnit(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x1680 ||
    unit === 0xfeff
  );
}

/** Where the character at `at` ends: two units on for a surrogate pair, one for all else. */
export function nextCharacter(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < end) {
    const low = text.charCodeAt(at + 1);
    if (low >= 0xdc00 && low < 0xe000) return at + 2;
  }
  return at + 1;
}
