import type { ModelFile } from "./container.js";
import type { ModelHeader } from "./header.js";
import { createKernel, type Kernel, MODE } from "./kernel.js";
import { FINE_BATCH, type NetworkPlan, planNetwork, TOKEN_TABLES } from "./plan-network.js";
import type { Layer, Norm } from "./weights.js";

/** A mention whose fine class is asked for. Units: rows of the chunk, half-open for characters, inclusive for tokens; −1 for no token. */
export interface FineQuery {
  readonly from: number;
  readonly to: number;
  readonly firstToken: number;
  readonly lastToken: number;
  /** Index into `header.types`. */
  readonly type: number;
}

/** Where a chunk's ids are written before `run`. Every array has room for a full chunk. */
export interface NetworkInput {
  /** One array for each of `TOKEN_TABLES`. */
  readonly tokens: readonly Int32Array[];
  readonly chars: Int32Array;
  readonly bigrams: Int32Array;
  /** Row of the character's token; −1 for white space. */
  readonly owners: Int32Array;
  readonly positions: Int32Array;
}

/** A model ready to run: its weights and one chunk's worth of activations in the kernel's memory. */
export interface Network {
  readonly header: ModelHeader;
  readonly kind: Kernel["kind"];
  readonly maxTokens: number;
  readonly maxCharacters: number;
  readonly input: NetworkInput;
  /** Computes the logits of the chunk in `input`. */
  run(tokens: number, characters: number): void;
  /** The best labels of the sentence in rows [from, to): 0 is O, then B I E S of each type. Valid until the next call. */
  decode(from: number, to: number): Uint8Array;
  /** Probability of each label at the rows from `row` on, by softmax at the model's temperature. Valid until the next call. */
  probabilities(row: number, labels: Uint8Array): Float32Array;
  /** Index of the best fine class of each query, −1 where its type has none. */
  fine(queries: readonly FineQuery[]): number[];
}

/**
 * Builds the network of a model file.
 *
 * Errors  `resource/damaged` where a tensor or a field is missing or has a wrong shape.
 */
export async function createNetwork(
  file: ModelFile,
  name: string,
  prefer: "wasm" | "typescript" = "wasm",
): Promise<Network> {
  const { network, bytes, fill } = planNetwork(file, name);
  const kernel = await createKernel(bytes, prefer);
  fill(kernel.memory);
  return openNetwork(network, kernel);
}

/** Apart from `createNetwork`, so that its functions keep alive what they use and not the file. */
function openNetwork(plan: NetworkPlan, kernel: Kernel): Network {
  const { header, labels, layout, d, e, inputWidth, charWidth, maxCharacters, fineWidth, fineOfType, out } = plan;
  const { maxTokens, scales } = header;

  const bytes = new Uint8Array(kernel.memory);
  const floats = new Float32Array(kernel.memory);
  const { run } = kernel;
  const sharpness = 1 / header.temperature;
  const specOf = Uint8Array.from(labels.specOf);
  const kernelOf = Uint8Array.from(labels.kernelOf);
  const dense = (
    from: number,
    rows: number,
    { width, weights, outputs, scale, bias }: Layer,
    to: number,
    mode: number,
  ) => run.dense(from, rows, width, weights, outputs, scale, bias, to, mode, layout.scratch);
  const convolve = (from: number, rows: number, dilation: number, layer: Layer, to: number, mode: number) => {
    const { width, weights, outputs, scale, bias } = layer;
    // The rows past the last one, which lie outside the chunk.
    bytes.fill(0, from + 2 * rows * width, from + 2 * (rows + dilation) * width);
    run.convolve(from, rows, width, dilation, weights, outputs, scale, bias, to, mode, layout.scratch);
  };
  const normalise = (x: number, rows: number, width: number, { gamma, beta }: Norm, scale: number, to: number) =>
    run.normalise(x, rows, width, gamma, beta, scale, to);
  /** What the layers read: each normalisation writes the levels of the layer after it. */
  const tokenScales = [...scales.token, scales.up];
  function runTokens(tokens: number): void {
    const { tokenIds, tokenInput, h, q } = layout;
    let column = 0;
    plan.tokenTables.forEach(({ at, width }, i) => {
      run.gather(at, width, tokenIds + 4 * i * maxTokens, tokens, tokenInput + 2 * column, inputWidth);
      column += width;
    });
    dense(tokenInput, tokens, plan.tokenIn, h, MODE.relu);
    normalise(h, tokens, d, plan.tokenInNorm, tokenScales[0]!, q);
    plan.convolutions.forEach(({ dilation, layer, norm }, l) => {
      convolve(q, tokens, dilation, layer, h, MODE.reluAdd);
      normalise(h, tokens, d, norm, tokenScales[l + 1]!, q);
    });
    dense(q, tokens, plan.up, layout.up, MODE.plain);
  }

  function runCharacters(characters: number): void {
    const { characterIds, x, c, cq } = layout;
    run.spread(layout.up, layout.owners, layout.positions, plan.positionsAt, characters, e, c);
    const [chars, bigrams] = plan.charTables;
    run.gather(chars.at, chars.width, characterIds, characters, x, charWidth);
    run.gather(bigrams.at, bigrams.width, characterIds + 4 * maxCharacters, characters, x + 2 * chars.width, charWidth);
    convolve(x, characters, 1, plan.charIn, c, MODE.addRelu);
    run.quantise(c, characters * e, scales.char, cq);
    convolve(cq, characters, 1, plan.charConv, c, MODE.reluAdd);
    normalise(c, characters, e, plan.charNorm, scales.out, cq);
    dense(cq, characters, out, layout.logits, MODE.plain);
  }

  function decode(from: number, to: number): Uint8Array {
    const { logits, back, scores, path } = layout;
    if (to <= from) return bytes.subarray(path, path);
    const stride = out.outputs;
    run.decode(
      logits + 4 * from * stride,
      to - from,
      stride,
      header.types.length,
      plan.outer,
      plan.inner,
      back,
      scores,
      path,
    );
    const best = bytes.subarray(layout.labels, layout.labels + to - from);
    for (let i = 0; i < best.length; i++) best[i] = specOf[bytes[path + i]!]!;
    return best;
  }

  function probabilities(row: number, wanted: Uint8Array): Float32Array {
    const { logits, path, certainty } = layout;
    for (let i = 0; i < wanted.length; i++) bytes[path + i] = kernelOf[wanted[i]!]!;
    run.certainty(logits + 4 * row * out.outputs, wanted.length, out.outputs, labels.size, path, sharpness, certainty);
    return floats.subarray(certainty / 4, certainty / 4 + wanted.length);
  }

  /** [mean of c | h of the first token | h of the last token], as row `n` of the fine head's input. */
  function writeFineInput(n: number, { from, to, firstToken, lastToken }: FineQuery): void {
    const row = layout.fineInput / 4 + n * fineWidth;
    const mean = floats.subarray(row, row + e).fill(0);
    for (let i = from; i < to; i++) {
      const at = layout.c / 4 + i * e;
      for (let k = 0; k < e; k++) mean[k]! += floats[at + k]!;
    }
    const count = Math.max(1, to - from);
    for (let k = 0; k < e; k++) mean[k]! /= count;
    writeToken(row + e, firstToken);
    writeToken(row + e + d, lastToken);
  }

  function writeToken(to: number, token: number): void {
    const h = layout.h / 4 + token * d;
    if (token < 0) floats.fill(0, to, to + d);
    else floats.copyWithin(to, h, h + d);
  }

  function fineClasses(queries: readonly FineQuery[]): number[] {
    const found = queries.map(({ type }) => fineOfType[type]!.classes[0] ?? -1);
    const byType: number[][] = fineOfType.map(() => []);
    for (let i = 0; i < queries.length; i++) byType[queries[i]!.type]!.push(i);
    fineOfType.forEach(({ classes, layer }, type) => {
      if (layer === undefined) return;
      const own = byType[type]!;
      for (let start = 0; start < own.length; start += FINE_BATCH)
        chooseFine(queries, own.slice(start, start + FINE_BATCH), classes, layer, found);
    });
    return found;
  }

  /** Writes the best of `classes` for the queries `own` to `found`; the first on ties. */
  function chooseFine(
    queries: readonly FineQuery[],
    own: readonly number[],
    classes: readonly number[],
    layer: Layer,
    found: number[],
  ): void {
    const { fineInput, fineQuantised, fineLogits } = layout;
    own.forEach((i, n) => {
      writeFineInput(n, queries[i]!);
    });
    run.quantise(fineInput, own.length * fineWidth, scales.fine, fineQuantised);
    dense(fineQuantised, own.length, layer, fineLogits, MODE.plain);
    own.forEach((i, n) => {
      const row = fineLogits / 4 + n * layer.outputs;
      let best = 0;
      for (let k = 1; k < classes.length; k++) if (floats[row + k]! > floats[row + best]!) best = k;
      found[i] = classes[best]!;
    });
  }

  const ids = (at: number, length: number) => new Int32Array(kernel.memory, at, length);
  return {
    header,
    kind: kernel.kind,
    maxTokens,
    maxCharacters,
    input: {
      tokens: TOKEN_TABLES.map((_, i) => ids(layout.tokenIds + 4 * i * maxTokens, maxTokens)),
      chars: ids(layout.characterIds, maxCharacters),
      bigrams: ids(layout.characterIds + 4 * maxCharacters, maxCharacters),
      owners: ids(layout.owners, maxCharacters),
      positions: ids(layout.positions, maxCharacters),
    },
    run(tokens, characters) {
      runTokens(tokens);
      runCharacters(characters);
    },
    decode,
    probabilities,
    fine: fineClasses,
  };
}
