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
  /** The smallest cost of each row. */
  readonly least: Int16Array;
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

/** The table of features, one line each: tag, semantic class or nothing, units to drop, suffix of the lemma. A line is read when it is first asked for. */
export class Features {
  private readonly lines: readonly string[];
  private readonly read: (Feature | undefined)[];

  constructor(text: string) {
    this.lines = text.split("\n");
    this.read = new Array(this.lines.length).fill(undefined);
  }

  get length(): number {
    return this.lines.length;
  }

  get text(): string {
    return this.lines.join("\n");
  }

  at(number: number): Feature {
    let feature = this.read[number];
    if (feature === undefined) {
      const [pos = "", semantic = "", drop = "0", suffix = ""] = (this.lines[number] ?? "").split("\t");
      feature = { pos, semantic: semantic === "" ? undefined : semantic, drop: Number(drop), suffix };
      this.read[number] = feature;
    }
    return feature;
  }

  /** The same table and further lines. */
  with(lines: readonly string[]): Features {
    return new Features([...this.lines, ...lines].join("\n"));
  }
}
