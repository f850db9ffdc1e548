import type { Category, Characters } from "./characters.js";
import type { Feature, Features, Kinds, Matrix } from "./kinds.js";
import { Lattice } from "./lattice.js";
import type { Trie } from "./trie.js";

/** A sort of word that can be added: the context numbers that words of this tag and class have, and what they usually cost. */
export interface WordClass {
  readonly pos: string;
  readonly semantic: string | undefined;
  /** Whether the word ends in a final consonant; null where its class does not tell. */
  readonly final: boolean | null;
  readonly left: number;
  readonly right: number;
  readonly cost: number;
  readonly penalty: number;
}

/** What the file says about itself. */
export interface LexiconMeta {
  readonly name: string;
  readonly version: string;
  readonly words: number;
  readonly entries: number;
  readonly supplement: number;
  readonly matrix: {
    readonly rows: number;
    readonly columns: number;
    readonly beginRight: number;
    readonly endLeft: number;
  };
  readonly categories: readonly Category[];
  readonly wordClasses: readonly WordClass[];
}

/** A morphological lexicon in memory. Read-only to its users; `segment` reuses scratch memory and is not reentrant. */
export class Lexicon {
  /** Name and version, for `Doc.meta.lexicon`. */
  readonly name: string;
  private readonly lattice: Lattice;

  constructor(
    readonly meta: LexiconMeta,
    readonly features: Features,
    readonly kinds: Kinds,
    readonly matrix: Matrix,
    readonly tries: readonly Trie[],
    readonly characters: Characters,
    readonly leftSpacePenalty: boolean,
  ) {
    this.name = `${meta.name} ${meta.version}`;
    const { beginRight, endLeft } = meta.matrix;
    this.lattice = new Lattice({ tries, kinds, matrix, characters, beginRight, endLeft, leftSpacePenalty });
  }

  /**
   * The morphemes of `text.slice(from, to)`, read as one sentence.
   *
   * Shapes  returns start, end and kind of each morpheme, three numbers apiece; the array is overwritten by the next call.
   * Units   UTF-16 code units of `text`.
   */
  segment(text: string, from: number, to: number): Int32Array {
    const count = this.lattice.segment(text, from, to);
    return this.lattice.tokens.subarray(0, count * 3);
  }

  /** Cost of the cheapest way through `text`, from the context before it (a matrix column) to the end of a sentence. */
  costOf(text: string, contextRight = this.meta.matrix.beginRight): number {
    this.lattice.segment(text, 0, text.length, contextRight);
    return this.lattice.pathCost;
  }

  featureOf(kind: number): Feature {
    return this.features.at(this.kinds.feature[kind] as number);
  }
}
