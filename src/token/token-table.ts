import type { Token, Tokens } from "../core/types.js";
import { lemmaOf } from "../lexicon/kinds.js";
import type { Lexicon } from "../lexicon/lexicon.js";

/** Start, end and kind of each token, as the lexicon gives them. */
const ROW = 3;
/** Up to this many tokens, more than an article has, the objects are made once and kept; of a longer text they are made anew, a stretch at a time. */
const KEPT = 8192;

/** Tokens as twelve bytes each; the objects, some hundred bytes each, are made when they are asked for. */
export class TokenTable implements Tokens {
  length = 0;
  private rows: Int32Array<ArrayBuffer>;
  private all: Token[] | undefined;

  constructor(
    private readonly text: string,
    private readonly lexicon: Lexicon,
  ) {
    // Room for a token in two characters: prose needs a little less. What is not written to takes no memory.
    this.rows = new Int32Array(ROW * (1 + (text.length >> 1)));
  }

  /** Adds the morphemes of a sentence: start, end and kind of each. */
  add(morphemes: Int32Array): void {
    const used = ROW * this.length;
    if (used + morphemes.length > this.rows.length) {
      const larger = new Int32Array(Math.max(2 * this.rows.length, used + morphemes.length));
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows.set(morphemes, used);
    this.length += morphemes.length / ROW;
  }

  startOf(index: number): number {
    return index < this.length ? (this.rows[ROW * index] as number) : Number.NaN;
  }

  endOf(index: number): number {
    return index < this.length ? (this.rows[ROW * index + 1] as number) : Number.NaN;
  }

  slice(from = 0, to = this.length): Token[] {
    if (this.length > KEPT) return this.make(from, to);
    this.all ??= this.make(0, this.length);
    return this.all.slice(from, to);
  }

  private make(from: number, to: number): Token[] {
    const { rows, text, lexicon } = this;
    const tokens: Token[] = [];
    for (let at = ROW * from; at < ROW * to; at += ROW) {
      const start = rows[at] as number;
      const end = rows[at + 1] as number;
      const feature = lexicon.featureOf(rows[at + 2] as number);
      const surface = text.slice(start, end);
      const { pos, semantic } = feature;
      const lemma = lemmaOf(surface, feature);
      tokens.push(
        semantic === undefined
          ? { start, end, text: surface, pos, lemma }
          : { start, end, text: surface, pos, lemma, semantic },
      );
    }
    return tokens;
  }
}
