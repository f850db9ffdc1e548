/** Score of a step that the labels forbid. */
const FORBIDDEN = -1e30;

/**
 * Labels in the order of the specification (O, then B I E S of each type) and in the order that lets the kernel decode four types at a time:
 * B of every type, S, O, I, E, each group padded to a multiple of four.
 */
export class LabelOrder {
  /** Labels of the specification. */
  readonly count: number;
  /** Labels of the kernel, padding included. */
  readonly size: number;
  readonly kernelOf: readonly number[];
  /** −1 for padding. */
  readonly specOf: readonly number[];
  readonly #types: number;
  readonly #group: number;

  constructor(types: number) {
    const group = Math.ceil(types / 4) * 4;
    this.#types = types;
    this.#group = group;
    this.count = 1 + 4 * types;
    this.size = 4 * group + 4;
    const open = 2 * group + 4;
    const kernelOf = [2 * group];
    for (let t = 0; t < types; t++) kernelOf.push(t, open + t, open + group + t, group + t);
    const specOf = new Array<number>(this.size).fill(-1);
    kernelOf.forEach((label, spec) => {
      specOf[label] = spec;
    });
    this.kernelOf = kernelOf;
    this.specOf = specOf;
  }

  /** Steps between mentions: rows from O, E and S of type 0, E and S of type 1 …; columns B of every type, S, O. Nothing where all are 0. */
  outerTransitions(transitions: Float32Array): Float32Array | undefined {
    const open = 2 * this.#group + 4;
    const from = [0];
    for (let t = 0; t < this.#types; t++) from.push(3 + 4 * t, 4 + 4 * t);
    const to = this.specOf.slice(0, open).filter((spec) => spec >= 0);
    if (from.every((spec) => to.every((next) => transitions[spec * this.count + next] === 0))) return undefined;
    const steps = new Float32Array(from.length * open).fill(FORBIDDEN);
    from.forEach((spec, row) => {
      for (let to = 0; to < open; to++)
        if (this.specOf[to]! >= 0) steps[row * open + to] = transitions[spec * this.count + this.specOf[to]!]!;
    });
    return steps;
  }

  /** Steps inside a mention: B to I, I to I, B to E, I to E, of every type. */
  innerTransitions(transitions: Float32Array): Float32Array {
    const group = this.#group;
    const steps = new Float32Array(4 * group).fill(FORBIDDEN);
    for (let t = 0; t < this.#types; t++) {
      const [b, i, e] = [1 + 4 * t, 2 + 4 * t, 3 + 4 * t];
      const pairs = [
        [b, i],
        [i, i],
        [b, e],
        [i, e],
      ] as const;
      pairs.forEach(([from, to], row) => {
        steps[row * group + t] = transitions[from * this.count + to]!;
      });
    }
    return steps;
  }
}
