import { damagedModel, type ModelFile } from "./container.js";
import { type ModelHeader, readHeader } from "./header.js";
import { createKernel, FIRST_FREE_BYTE, type Kernel, MODE } from "./kernel.js";
import { LabelOrder } from "./labels.js";
import { type Layer, MemoryPlan, type Norm, PARTS, type Table, WeightReader } from "./weights.js";

/** Columns of a token's ids, in the order of the network's input. */
export const TOKEN_TABLES = ["word", "tag", "semantic", "first", "last", "tail", "shape"] as const;
/** Ids that every list reserves. */
export const ID = { padding: 0, unknown: 1, mask: 2, border: 3, first: 4 } as const;
/** Rows of `token.shape`: 4 reserved, 2 × 5 lengths × 5 scripts. */
const SHAPE_ROWS = 54;
const POSITIONS = 6;
/** Characters of a chunk for each of its tokens, at most. */
const CHARACTERS_PER_TOKEN = 8;
/** The kernel computes four rows, or pairs of rows, at a time, and reads as many past the end. */
const SLACK = 8;
const FINE_BATCH = 32;
/** Rows that `dense`, and pairs that `convolve` packs at a time. */
const BAND = 16;

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

interface Layout {
  readonly tokenIds: number;
  readonly characterIds: number;
  readonly owners: number;
  readonly positions: number;
  readonly tokenInput: number;
  readonly h: number;
  readonly q: number;
  readonly up: number;
  readonly x: number;
  readonly c: number;
  readonly cq: number;
  readonly logits: number;
  readonly back: number;
  readonly scores: number;
  readonly path: number;
  readonly labels: number;
  readonly certainty: number;
  readonly fineInput: number;
  readonly fineQuantised: number;
  readonly fineLogits: number;
  readonly scratch: number;
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
  const header = readHeader(file, name);
  const { maxTokens, dilations, scales } = header;
  const maxCharacters = CHARACTERS_PER_TOKEN * maxTokens;
  const plan = new MemoryPlan(FIRST_FREE_BYTE);
  const weights = new WeightReader(file, name, plan);
  const labels = new LabelOrder(header.types.length);

  const leastRows: Record<(typeof TOKEN_TABLES)[number], number> = {
    word: ID.first + header.words.length,
    tag: ID.first + header.tags.length,
    semantic: ID.first + header.semantics.length,
    first: ID.first + header.chars.length,
    last: ID.first + header.chars.length,
    tail: header.tailRows,
    shape: SHAPE_ROWS,
  };
  const tokenTables = TOKEN_TABLES.map((table) => weights.table(`token.${table}`, leastRows[table]));
  const charTables = [
    weights.table("char.char", ID.first + header.chars.length),
    weights.table("char.bigram", header.bigramRows),
  ] as const;
  const inputWidth = sumOfWidths(tokenTables);
  const charWidth = sumOfWidths(charTables);
  const d = weights.tensor("token.in.W", "i8", 2).shape[0]!;
  const e = weights.tensor("up.W", "i8", 2).shape[0]!;
  if (!isWidth(d) || !isWidth(e)) throw damagedModel(name, "a layer's width is not a multiple of 8 up to 1024");

  const tokenIn = weights.layer("token.in", inputWidth, d);
  const tokenInNorm = weights.norm("token.in", d);
  const convolutions = dilations.map((dilation, l) => ({
    dilation,
    layer: weights.convolution(`token.conv.${l}`, d, d),
    norm: weights.norm(`token.conv.${l}`, d),
  }));
  const up = weights.layer("up", d, e);
  const charIn = weights.convolution("char.in", charWidth, e);
  const positions = weights.matrix("char.position", POSITIONS, e);
  const positionsAt = plan.store(4 * positions.length, (memory, at) =>
    new Float32Array(memory, at, positions.length).set(positions),
  );
  const charConv = weights.convolution("char.conv", e, e);
  const charNorm = weights.norm("char.conv", e);
  const out = weights.layer("out", e, labels.count, labels.specOf);
  const transitions = weights.matrix("transitions", labels.count, labels.count);
  const steps = labels.outerTransitions(transitions);
  const outer = steps === undefined ? 0 : storeFloats(plan, steps);
  const inner = storeFloats(plan, labels.innerTransitions(transitions));
  const fineWidth = e + 2 * d;
  /** Of every type its fine classes and the layer that tells them apart; no layer where there is nothing to tell. */
  const fineOfType = header.types.map((_, type) => {
    const classes = header.fineTypes.flatMap((own, k) => (own === type ? [k] : []));
    return {
      classes,
      layer: classes.length > 1 ? weights.layer("fine", fineWidth, header.fine.length, classes) : undefined,
    };
  });

  const reach = Math.max(1, ...dilations);
  const layout: Layout = {
    tokenIds: plan.take(4 * TOKEN_TABLES.length * maxTokens),
    characterIds: plan.take(4 * 2 * maxCharacters),
    owners: plan.take(4 * maxCharacters),
    positions: plan.take(4 * maxCharacters),
    tokenInput: plan.take(2 * (maxTokens + SLACK) * inputWidth),
    h: plan.take(4 * maxTokens * d),
    q: plan.take(2 * (reach + maxTokens + 3 * reach + SLACK) * d) + 2 * reach * d,
    up: plan.take(4 * maxTokens * e),
    x: plan.take(2 * (1 + maxCharacters + 3 + SLACK) * charWidth) + 2 * charWidth,
    c: plan.take(4 * maxCharacters * e),
    cq: plan.take(2 * (1 + maxCharacters + 3 + SLACK) * e) + 2 * e,
    logits: plan.take(4 * maxCharacters * out.outputs),
    back: plan.take(maxCharacters * labels.size),
    scores: plan.take(2 * 4 * labels.size),
    path: plan.take(maxCharacters),
    labels: plan.take(maxCharacters),
    certainty: plan.take(4 * maxCharacters),
    fineInput: plan.take(4 * FINE_BATCH * fineWidth),
    fineQuantised: plan.take(2 * (FINE_BATCH + SLACK) * fineWidth),
    fineLogits: plan.take(4 * FINE_BATCH * Math.max(0, ...fineOfType.map(({ layer }) => layer?.outputs ?? 0))),
    scratch: plan.take(2 * BAND * Math.max(inputWidth, PARTS * d, PARTS * e, PARTS * charWidth, fineWidth)),
  };
  const kernel = await createKernel(plan.bytes, prefer);
  plan.fill(kernel.memory);

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
    tokenTables.forEach(({ at, width }, i) => {
      run.gather(at, width, tokenIds + 4 * i * maxTokens, tokens, tokenInput + 2 * column, inputWidth);
      column += width;
    });
    dense(tokenInput, tokens, tokenIn, h, MODE.relu);
    normalise(h, tokens, d, tokenInNorm, tokenScales[0]!, q);
    convolutions.forEach(({ dilation, layer, norm }, l) => {
      convolve(q, tokens, dilation, layer, h, MODE.reluAdd);
      normalise(h, tokens, d, norm, tokenScales[l + 1]!, q);
    });
    dense(q, tokens, up, layout.up, MODE.plain);
  }

  function runCharacters(characters: number): void {
    const { characterIds, x, c, cq } = layout;
    run.spread(layout.up, layout.owners, layout.positions, positionsAt, characters, e, c);
    const [chars, bigrams] = charTables;
    run.gather(chars.at, chars.width, characterIds, characters, x, charWidth);
    run.gather(bigrams.at, bigrams.width, characterIds + 4 * maxCharacters, characters, x + 2 * chars.width, charWidth);
    convolve(x, characters, 1, charIn, c, MODE.addRelu);
    run.quantise(c, characters * e, scales.char, cq);
    convolve(cq, characters, 1, charConv, c, MODE.reluAdd);
    normalise(c, characters, e, charNorm, scales.out, cq);
    dense(cq, characters, out, layout.logits, MODE.plain);
  }

  function decode(from: number, to: number): Uint8Array {
    const { logits, back, scores, path } = layout;
    if (to <= from) return bytes.subarray(path, path);
    const stride = out.outputs;
    run.decode(logits + 4 * from * stride, to - from, stride, header.types.length, outer, inner, back, scores, path);
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

function sumOfWidths(tables: readonly Table[]): number {
  return tables.reduce((sum, { width }) => sum + width, 0);
}

function isWidth(n: number): boolean {
  return n >= 8 && n <= 1024 && n % 8 === 0;
}

function storeFloats(plan: MemoryPlan, values: Float32Array): number {
  return plan.store(4 * values.length, (memory, at) => new Float32Array(memory, at, values.length).set(values));
}
