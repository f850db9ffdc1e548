/** What an entry may be: its context numbers, its costs and its features. One row per number, columns as arrays. */
export interface Kinds {
  /** Row of the connection matrix when a word stands to its left. */
  readonly left: Int32Array;
  /** Column of the connection matrix when a word stands to its right. */
  readonly right: Int32Array;
  readonly cost: Int32Array;
  /** Added where white space stands to its left (josa, endings, suffixes). */
  readonly penalty: Int32Array;
  /** Number of its feature. */
  readonly feature: Int32Array;
}

/** Costs of one word after another: `costs[left of the second * columns + right of the first]`. */
export interface Matrix {
  readonly costs: Int16Array;
  readonly rows: number;
  readonly columns: number;
}

/** What a token of some kind is. */
export interface Feature {
  readonly pos: string;
  readonly semantic: string | undefined;
  /** The lemma is the surface without its last `drop` code units, and with `suffix`. */
  readonly drop: number;
  readonly suffix: string;
}

export function lemmaOf(surface: string, { drop, suffix }: Feature): string {
  if (drop === 0 && suffix === "") return surface;
  return surface.slice(0, Math.max(0, surface.length - drop)) + suffix;
}
