import { damagedModel, type ModelFile, type Tensor } from "./container.js";

/** Byte offsets into the kernel's memory, and the sizes that go with them. */
export interface Layer {
  readonly weights: number;
  readonly scale: number;
  readonly bias: number;
  /** Elements a row of input. */
  readonly width: number;
  /** Rows of weights as laid out: a multiple of 8. */
  readonly outputs: number;
}

export interface Norm {
  readonly gamma: number;
  readonly beta: number;
}

export interface Table {
  readonly at: number;
  readonly width: number;
  readonly rows: number;
}

const ALIGNMENT = 64;
const PANEL = 8;
export const TAPS = 3;
/** Products that give a pair of rows of a convolution; `kernel/kernel.c` has the arithmetic. */
export const PARTS = 4;
/** Bias of a row that is no label: never the best. */
const NEVER = -1e30;

/** Hands out the kernel's memory from the bottom up, and fills it once it is there. */
export class MemoryPlan {
  #end: number;
  readonly #fills: ((memory: ArrayBuffer) => void)[] = [];

  constructor(start: number) {
    this.#end = start;
  }

  get bytes(): number {
    return this.#end;
  }

  /** A byte offset with `bytes` free after it. */
  take(bytes: number): number {
    const at = this.#end;
    this.#end = Math.ceil((at + bytes) / ALIGNMENT) * ALIGNMENT;
    return at;
  }

  /** Room for `bytes`, written by `fill` when the memory exists. */
  store(bytes: number, fill: (memory: ArrayBuffer, at: number) => void): number {
    const at = this.take(bytes);
    this.#fills.push((memory) => fill(memory, at));
    return at;
  }

  fill(memory: ArrayBuffer): void {
    for (const fill of this.#fills) fill(memory);
  }
}

/** Takes tensors out of a model file by name and shape, and lays them out as the kernel wants them. */
export class WeightReader {
  constructor(
    readonly file: ModelFile,
    readonly name: string,
    readonly plan: MemoryPlan,
  ) {}

  tensor(name: string, dtype: Tensor["dtype"], dimensions: number): Tensor {
    const tensor = this.file.tensors.get(name);
    if (tensor === undefined) throw damagedModel(this.name, `it has no tensor ${name}`);
    if (tensor.dtype !== dtype || tensor.shape.length !== dimensions)
      throw damagedModel(this.name, `tensor ${name} is not ${dtype} of ${dimensions} dimensions`);
    return tensor;
  }

  #wrongShape(name: string, expected: string): Error {
    return damagedModel(this.name, `tensor ${name} should have the shape [${expected}]`);
  }

  /** An i8 table, looked up by row. */
  table(name: string, leastRows: number): Table {
    const { values, shape } = this.tensor(name, "i8", 2);
    const [rows, width] = shape as [number, number];
    if (rows < leastRows || width === 0 || width % 8 !== 0 || width > 512)
      throw this.#wrongShape(name, `≥ ${leastRows}, a multiple of 8`);
    const at = this.plan.store(values.length, (memory, to) => new Int8Array(memory, to, values.length).set(values));
    return { at, width, rows };
  }

  vector(name: string, length: number, padded = length, padding = 0): number {
    const { values, shape } = this.tensor(name, "f32", 1);
    if (shape[0] !== length) throw this.#wrongShape(name, String(length));
    return this.plan.store(4 * padded, (memory, at) => new Float32Array(memory, at, padded).fill(padding).set(values));
  }

  matrix(name: string, rows: number, columns: number): Float32Array {
    const { values, shape } = this.tensor(name, "f32", 2);
    if (shape[0] !== rows || shape[1] !== columns) throw this.#wrongShape(name, `${rows}, ${columns}`);
    return values as Float32Array;
  }

  norm(name: string, width: number): Norm {
    return { gamma: this.vector(`${name}.gamma`, width), beta: this.vector(`${name}.beta`, width) };
  }

  /**
   * A dense layer, its i8 weights widened to i16 and cut into panels of eight rows.
   * `order[n]` is the row of the file that becomes row n; −1 makes a row that is never the best.
   */
  layer(name: string, width: number, outputs: number, order?: readonly number[]): Layer {
    const from = order ?? Array.from({ length: outputs }, (_, n) => n);
    return this.#layer(name, width, width, outputs, from, 1, (weights, to) => packWeights(weights, width, from, to));
  }

  /** A convolution of three taps, as `convolve` of the kernel takes it: `PARTS` panels where a dense layer has one, and half the scale. */
  convolution(name: string, width: number, outputs: number): Layer {
    const rows = Array.from({ length: outputs }, (_, n) => n);
    return this.#layer(name, TAPS * width, PARTS * width, outputs, rows, 0.5, (weights, to) =>
      packParts(weights, width, outputs, to),
    );
  }

  #layer(
    name: string,
    depth: number,
    packedDepth: number,
    outputs: number,
    from: readonly number[],
    share: number,
    pack: (weights: Int8Array, to: Int16Array) => void,
  ): Layer {
    const weights = this.tensor(`${name}.W`, "i8", 2);
    const [rows, columns] = weights.shape as [number, number];
    if (columns !== depth || depth % 8 !== 0 || rows < outputs || rows > 4096)
      throw this.#wrongShape(`${name}.W`, `${outputs}, ${depth}`);
    const scale = this.tensor(`${name}.scale`, "f32", 1).values as Float32Array;
    const bias = this.tensor(`${name}.bias`, "f32", 1).values as Float32Array;
    if (scale.length !== rows || bias.length !== rows) throw this.#wrongShape(`${name}.scale and .bias`, String(rows));
    const padded = Math.ceil(from.length / PANEL) * PANEL;
    const pick = (values: Float32Array, times: number, none: number) => (memory: ArrayBuffer, at: number) => {
      const to = new Float32Array(memory, at, padded).fill(none);
      from.forEach((row, n) => {
        if (row >= 0) to[n] = values[row]! * times;
      });
    };
    return {
      weights: this.plan.store(2 * padded * packedDepth, (memory, at) =>
        pack(weights.values as Int8Array, new Int16Array(memory, at, padded * packedDepth)),
      ),
      scale: this.plan.store(4 * padded, pick(scale, share, 0)),
      bias: this.plan.store(4 * padded, pick(bias, 1, NEVER)),
      width: depth === packedDepth ? depth : depth / TAPS,
      outputs: padded,
    };
  }
}

/** [n][k] → [n / 8][k / 2][8][2]. */
function packWeights(weights: Int8Array, depth: number, from: readonly number[], to: Int16Array): void {
  from.forEach((row, n) => {
    if (row < 0) return;
    const panel = (n - (n % PANEL)) * depth + 2 * (n % PANEL);
    for (let k = 0; k < depth; k += 2) {
      const at = panel + PANEL * k;
      to[at] = weights[row * depth + k]!;
      to[at + 1] = weights[row * depth + k + 1]!;
    }
  });
}

/** [n][tap][k] → [n / 8][part][k / 2][8][2]: w0 + w1 + w2, w0 − w1 + w2, 2 w0, 2 w2. */
function packParts(weights: Int8Array, width: number, outputs: number, to: Int16Array): void {
  const size = PANEL * width;
  for (let n = 0; n < outputs; n++) {
    const panel = (n - (n % PANEL)) * PARTS * width + 2 * (n % PANEL);
    const row = n * TAPS * width;
    for (let k = 0; k < width; k++) {
      const at = panel + PANEL * (k - (k % 2)) + (k % 2);
      const [first, middle, last] = [weights[row + k]!, weights[row + width + k]!, weights[row + 2 * width + k]!];
      to[at] = first + middle + last;
      to[at + size] = first - middle + last;
      to[at + 2 * size] = 2 * first;
      to[at + 3 * size] = 2 * last;
    }
  }
}
