/** Where everything of a model lies in the kernel's memory: its weights, and one chunk's worth of activations. */
import { damagedModel, type ModelFile } from "./container.js";
import { readHeader } from "./header.js";
import { FIRST_FREE_BYTE } from "./kernel.js";
import { LabelOrder } from "./labels.js";
import { MemoryPlan, PARTS, type Table, WeightReader } from "./weights.js";

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
export const FINE_BATCH = 32;
/** Rows that `dense`, and pairs that `convolve` packs at a time. */
const BAND = 16;

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

/** What a network runs on; nothing of it holds on to the model file. */
export type NetworkPlan = ReturnType<typeof planNetwork>["network"];

/**
 * Reads a model file: the sizes and places of its network, and what writes the weights into the memory.
 *
 * Errors  `resource/damaged` where a tensor or a field is missing or has a wrong shape.
 */
export function planNetwork(file: ModelFile, name: string) {
  const header = readHeader(file, name);
  const { maxTokens, dilations } = header;
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
    q: plan.take(2 * (reach + maxTokens + 4 * reach + SLACK) * d) + 2 * reach * d,
    up: plan.take(4 * maxTokens * e),
    x: plan.take(2 * (1 + maxCharacters + 4 + SLACK) * charWidth) + 2 * charWidth,
    c: plan.take(4 * maxCharacters * e),
    cq: plan.take(2 * (1 + maxCharacters + 4 + SLACK) * e) + 2 * e,
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
  const network = {
    header,
    labels,
    layout,
    maxCharacters,
    inputWidth,
    charWidth,
    d,
    e,
    tokenTables,
    tokenIn,
    tokenInNorm,
    convolutions,
    up,
    charTables,
    charIn,
    positionsAt,
    charConv,
    charNorm,
    out,
    outer,
    inner,
    fineWidth,
    fineOfType,
  };
  return { network, bytes: plan.bytes, fill: (memory: ArrayBuffer) => plan.fill(memory) };
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
