/**
 * `kernel/kernel.c` without SIMD: the same results to the last bit, for engines that lack it and for the tests.
 * Sums of products are exact integers; everything else rounds to f32 after each operation (`Math.fround`), in the order of the C source.
 */
import type { Operations } from "./kernel.js";

const f = Math.fround;
const EPSILON = f(1e-5);
const PANEL = 8;
const LOG2_E = f(Math.LOG2E);
const LN_2_HIGH = f(0.693359375);
const LN_2_LOW = f(-2.1219444e-4);
const POWERS = [1 / 720, 1 / 120, 1 / 24, 1 / 6, 0.5, 1, 1].map(f);

export function fallbackOperations(memory: ArrayBuffer): Operations {
  const I8 = new Int8Array(memory);
  const U8 = new Uint8Array(memory);
  const I16 = new Int16Array(memory);
  const I32 = new Int32Array(memory);
  const F32 = new Float32Array(memory);

  function dense(
    input: number,
    rows: number,
    width: number,
    weights: number,
    outputs: number,
    scale: number,
    bias: number,
    out: number,
    mode: number,
  ): void {
    const sums = new Int32Array(PANEL);
    for (let t = 0; t < rows; t++)
      for (let n = 0; n < outputs; n += PANEL) {
        multiply(sums.fill(0), I16, (input >> 1) + t * width, (weights >> 1) + n * width, width);
        finish(sums, (scale >> 2) + n, (bias >> 2) + n, (out >> 2) + t * outputs + n, mode);
      }
  }

  function convolve(
    input: number,
    rows: number,
    width: number,
    dilation: number,
    weights: number,
    outputs: number,
    scale: number,
    bias: number,
    out: number,
    mode: number,
  ): void {
    const sums = new Int32Array(PANEL);
    const second = new Int32Array(PANEL);
    const parts = new Int16Array(4 * width);
    const step = dilation * width;
    for (let t = 0; t < rows; t = (t + 1) % dilation === 0 ? t + 1 + dilation : t + 1) {
      const row = (input >> 1) + t * width;
      for (let k = 0; k < width; k++) {
        const [a, b, c, d] = [I16[row + k - step]!, I16[row + k]!, I16[row + k + step]!, I16[row + k + 2 * step]!];
        parts[k] = b + c;
        parts[width + k] = c - b;
        parts[2 * width + k] = a - c;
        parts[3 * width + k] = d - b;
      }
      for (let n = 0; n < outputs; n += PANEL) {
        const panel = (weights >> 1) + 4 * n * width;
        const at = (out >> 2) + t * outputs + n;
        multiply(sums.fill(0), parts, 0, panel, width);
        multiply(second.fill(0), parts, width, panel + PANEL * width, width);
        for (let j = 0; j < PANEL; j++) {
          const difference = sums[j]! - second[j]!;
          sums[j]! += second[j]!;
          second[j] = difference;
        }
        multiply(sums, parts, 2 * width, panel + 2 * PANEL * width, width);
        multiply(second, parts, 3 * width, panel + 3 * PANEL * width, width);
        finish(sums, (scale >> 2) + n, (bias >> 2) + n, at, mode);
        if (t + dilation < rows) finish(second, (scale >> 2) + n, (bias >> 2) + n, at + dilation * outputs, mode);
      }
    }
  }

  /** sums += a row of `from` times a panel of weights, over `width` columns. */
  function multiply(sums: Int32Array, from: Int16Array, row: number, panel: number, width: number): void {
    let a = sums[0]!;
    let b = sums[1]!;
    let c = sums[2]!;
    let d = sums[3]!;
    let e = sums[4]!;
    let g = sums[5]!;
    let h = sums[6]!;
    let i = sums[7]!;
    let w = panel;
    for (let k = row; k < row + width; k += 2) {
      const x = from[k]!;
      const y = from[k + 1]!;
      a = (a + Math.imul(x, I16[w]!) + Math.imul(y, I16[w + 1]!)) | 0;
      b = (b + Math.imul(x, I16[w + 2]!) + Math.imul(y, I16[w + 3]!)) | 0;
      c = (c + Math.imul(x, I16[w + 4]!) + Math.imul(y, I16[w + 5]!)) | 0;
      d = (d + Math.imul(x, I16[w + 6]!) + Math.imul(y, I16[w + 7]!)) | 0;
      e = (e + Math.imul(x, I16[w + 8]!) + Math.imul(y, I16[w + 9]!)) | 0;
      g = (g + Math.imul(x, I16[w + 10]!) + Math.imul(y, I16[w + 11]!)) | 0;
      h = (h + Math.imul(x, I16[w + 12]!) + Math.imul(y, I16[w + 13]!)) | 0;
      i = (i + Math.imul(x, I16[w + 14]!) + Math.imul(y, I16[w + 15]!)) | 0;
      w += 16;
    }
    sums[0] = a;
    sums[1] = b;
    sums[2] = c;
    sums[3] = d;
    sums[4] = e;
    sums[5] = g;
    sums[6] = h;
    sums[7] = i;
  }

  function finish(sums: Int32Array, scale: number, bias: number, out: number, mode: number): void {
    for (let j = 0; j < PANEL; j++) {
      let x = f(f(f(sums[j]!) * F32[scale + j]!) + F32[bias + j]!);
      if (mode === 2) x = f(x + F32[out + j]!);
      // biome-ignore lint/complexity/useMathMinMax: NaN becomes 0, as with SIMD
      if (mode !== 0) x = x > 0 ? x : 0;
      if (mode === 3) x = f(F32[out + j]! + x);
      F32[out + j] = x;
    }
  }

  function gather(table: number, width: number, ids: number, rows: number, out: number, stride: number): void {
    for (let t = 0; t < rows; t++) {
      const row = table + I32[(ids >> 2) + t]! * width;
      const to = (out >> 1) + t * stride;
      for (let k = 0; k < width; k++) I16[to + k] = I8[row + k]!;
    }
  }

  function normalise(
    x: number,
    rows: number,
    width: number,
    gamma: number,
    beta: number,
    scale: number,
    out: number,
  ): void {
    const share = f(1 / width);
    for (let t = 0; t < rows; t++) {
      const row = (x >> 2) + t * width;
      const mean = f(total(row, width) * share);
      for (let k = row; k < row + width; k++) F32[k] = F32[k]! - mean;
      const r = f(1 / f(Math.sqrt(f(f(totalOfSquares(row, width) * share) + EPSILON))));
      for (let k = 0; k < width; k++)
        F32[row + k] = f(f(F32[row + k]! * r) * F32[(gamma >> 2) + k]!) + F32[(beta >> 2) + k]!;
    }
    quantise(x, rows * width, scale, out);
  }

  function total(row: number, width: number): number {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let k = row; k < row + width; k += 4) {
      a = f(a + F32[k]!);
      b = f(b + F32[k + 1]!);
      c = f(c + F32[k + 2]!);
      d = f(d + F32[k + 3]!);
    }
    return f(f(a + b) + f(c + d));
  }

  function totalOfSquares(row: number, width: number): number {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let k = row; k < row + width; k += 4) {
      a = f(a + f(F32[k]! * F32[k]!));
      b = f(b + f(F32[k + 1]! * F32[k + 1]!));
      c = f(c + f(F32[k + 2]! * F32[k + 2]!));
      d = f(d + f(F32[k + 3]! * F32[k + 3]!));
    }
    return f(f(a + b) + f(c + d));
  }

  function quantise(x: number, count: number, scale: number, out: number): void {
    const s = f(scale);
    for (let i = 0; i < count; i++) {
      const v = Math.floor(f(f(F32[(x >> 2) + i]! * s) + 0.5));
      // biome-ignore lint/complexity/useMathMinMax: NaN becomes the lowest level, as with SIMD
      I16[(out >> 1) + i] = Math.min(v > -16383 ? v : -16383, 16383);
    }
  }

  function spread(
    tokens: number,
    owner: number,
    position: number,
    positions: number,
    rows: number,
    width: number,
    out: number,
  ): void {
    for (let i = 0; i < rows; i++) {
      const token = I32[(owner >> 2) + i]!;
      const p = (positions >> 2) + I32[(position >> 2) + i]! * width;
      const u = (tokens >> 2) + token * width;
      const to = (out >> 2) + i * width;
      for (let k = 0; k < width; k++) F32[to + k] = (token < 0 ? 0 : F32[u + k]!) + F32[p + k]!;
    }
  }

  function decode(
    logits: number,
    rows: number,
    stride: number,
    types: number,
    outer: number,
    inner: number,
    back: number,
    scores: number,
    path: number,
  ): void {
    const g = (types + 3) & ~3;
    const labels = 4 * g + 4;
    const open = 2 * g + 4;
    const o = 2 * g;
    const end = open + g;
    const outerAt = outer >> 2;
    const innerAt = inner >> 2;
    let before = scores >> 2;
    let after = before + labels;
    for (let n = 0; n < labels; n++) F32[before + n] = n < open ? F32[(logits >> 2) + n]! : Number.NEGATIVE_INFINITY;
    for (let i = 1; i < rows; i++) {
      const logit = (logits >> 2) + i * stride;
      const pointers = back + i * labels;
      if (outer === 0) {
        let from = o;
        for (let t = 0; t < types; t++) {
          if (F32[before + end + t]! > F32[before + from]!) from = end + t;
          if (F32[before + g + t]! > F32[before + from]!) from = g + t;
        }
        for (let n = 0; n < open; n++) {
          F32[after + n] = F32[before + from]! + F32[logit + n]!;
          U8[pointers + n] = from;
        }
      }
      for (let n = 0; n < open && outer !== 0; n++) {
        let best = f(F32[before + o]! + F32[outerAt + n]!);
        let from = o;
        let row = outerAt + open + n;
        for (let t = 0; t < types; t++, row += 2 * open) {
          const e = f(F32[before + end + t]! + F32[row]!);
          if (e > best) [best, from] = [e, end + t];
          const s = f(F32[before + g + t]! + F32[row + open]!);
          if (s > best) [best, from] = [s, g + t];
        }
        F32[after + n] = best + F32[logit + n]!;
        U8[pointers + n] = from;
      }
      for (let n = 0; n < 2 * g; n++) {
        const t = n < g ? n : n - g;
        const step = innerAt + (n < g ? 0 : 2 * g) + t;
        let best = f(F32[before + t]! + F32[step]!);
        let from = t;
        const inside = f(F32[before + open + t]! + F32[step + g]!);
        if (inside > best) [best, from] = [inside, open + t];
        F32[after + open + n] = best + F32[logit + open + n]!;
        U8[pointers + open + n] = from;
      }
      [before, after] = [after, before];
    }
    let label = o;
    for (let t = 0; t < types; t++) {
      if (F32[before + end + t]! > F32[before + label]!) label = end + t;
      if (F32[before + g + t]! > F32[before + label]!) label = g + t;
    }
    for (let i = rows - 1; i > 0; i--) {
      U8[path + i] = label;
      label = U8[back + i * labels + label]!;
    }
    U8[path] = label;
  }

  /** `power` of the C source. */
  function power(given: number): number {
    const x = Math.max(given, -16);
    const n = Math.floor(f(f(x * LOG2_E) + 0.5));
    const r = f(f(x - f(n * LN_2_HIGH)) - f(n * LN_2_LOW));
    let y = POWERS[0]!;
    for (let i = 1; i < POWERS.length; i++) y = f(f(y * r) + POWERS[i]!);
    return f(y * 2 ** n);
  }

  function certainty(
    logits: number,
    rows: number,
    stride: number,
    labels: number,
    path: number,
    sharpness: number,
    out: number,
  ): void {
    const s = f(sharpness);
    for (let i = 0; i < rows; i++) {
      const row = (logits >> 2) + i * stride;
      const own = F32[row + U8[path + i]!]!;
      const sums = [0, 0, 0, 0];
      for (let n = 0; n < labels; n++) sums[n & 3] = f(sums[n & 3]! + power(f(f(F32[row + n]! - own) * s)));
      F32[(out >> 2) + i] = f(1 / f(f(sums[0]! + sums[1]!) + f(sums[2]! + sums[3]!)));
    }
  }

  return { certainty, dense, convolve, gather, normalise, quantise, spread, decode };
}
