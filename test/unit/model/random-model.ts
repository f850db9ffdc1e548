import { crc32 } from "../../../src/model/crc32.js";

/** A small sequence of pseudo-random numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A header as written, open to every damage. */
export type LooseHeader = Record<string, unknown> & { config: Record<string, unknown> };

export interface RandomModelOptions {
  readonly seed?: number;
  readonly types?: readonly string[];
  readonly d?: number;
  readonly e?: number;
  readonly maxTokens?: number;
  /** Changes the header before it is written. */
  readonly header?: (header: LooseHeader) => void;
  /** Changes a tensor's description before it is written. */
  readonly tensor?: (entry: { name: string; dtype: string; shape: number[]; offset: number }) => void;
}

const WORDS = ["서울", "경찰", "시장", "는", "을", "에서", "2000", "회의", ".", "대통령"];
const CHARS = '는을에서경찰시장회의.,0123 가나다라"“”';
const TAGS = ["NNG", "NNP", "JX", "JKO", "JKB", "SN", "SF", "XSV", "EF"];
const SEMANTICS = ["*", "인명", "지명", "행위"];
const FINE = ["PS_NAME", "LCP_CITY", "OGG_POLITICS", "OGG_ECONOMY", "EV_OTHERS"];

/** A model file of random weights: every size that a real one has, smaller. */
export function randomModel(options: RandomModelOptions = {}): Uint8Array {
  const { seed = 1, d = 32, e = 16, maxTokens = 64 } = options;
  const types = options.types ?? ["PERSON", "LOCATION", "ORGANIZATION", "EVENT", "DATE"];
  const random = randomNumbers(seed);
  const normal = () => random() + random() + random() - 1.5;
  const dilations = [1, 2, 4];
  const [tailRows, bigramRows] = [61, 97];
  const widths = { word: 24, tag: 8, semantic: 8, first: 8, last: 8, tail: 8, shape: 8 };
  const [charWidth, bigramWidth] = [8, 8];
  const labels = 1 + 4 * types.length;
  const tensors: { name: string; dtype: string; shape: number[]; bytes: Uint8Array }[] = [];
  const i8 = (name: string, ...shape: number[]) => {
    const values = Int8Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => Math.round(normal() * 80));
    tensors.push({ name, dtype: "i8", shape, bytes: new Uint8Array(values.buffer) });
  };
  const f32 = (name: string, make: (i: number) => number, ...shape: number[]) => {
    const values = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => make(i));
    tensors.push({ name, dtype: "f32", shape, bytes: new Uint8Array(values.buffer) });
  };
  const layer = (name: string, rows: number, depth: number, gain: number) => {
    i8(`${name}.W`, rows, depth);
    f32(`${name}.scale`, () => (gain * (0.5 + random())) / Math.sqrt(depth), rows);
    f32(`${name}.bias`, () => normal() * 0.2, rows);
  };
  const norm = (name: string, width: number) => {
    f32(`${name}.gamma`, () => 0.5 + random(), width);
    f32(`${name}.beta`, () => normal() * 0.3, width);
  };
  i8("token.word", 4 + WORDS.length, widths.word);
  i8("token.tag", 4 + TAGS.length, widths.tag);
  i8("token.semantic", 4 + SEMANTICS.length, widths.semantic);
  i8("token.first", 4 + CHARS.length, widths.first);
  i8("token.last", 4 + CHARS.length, widths.last);
  i8("token.tail", tailRows, widths.tail);
  i8("token.shape", 54, widths.shape);
  layer(
    "token.in",
    d,
    Object.values(widths).reduce((a, b) => a + b),
    1 / 4000,
  );
  norm("token.in", d);
  dilations.forEach((_, l) => {
    layer(`token.conv.${l}`, d, 3 * d, 1 / 200_000);
    norm(`token.conv.${l}`, d);
  });
  layer("up", e, d, 1 / 200_000);
  i8("char.char", 4 + CHARS.length, charWidth);
  i8("char.bigram", bigramRows, bigramWidth);
  layer("char.in", e, 3 * (charWidth + bigramWidth), 1 / 2000);
  f32("char.position", () => normal(), 6, e);
  layer("char.conv", e, 3 * e, 1 / 200_000);
  norm("char.conv", e);
  layer("out", Math.ceil(labels / 4) * 4, e, 1 / 60_000);
  f32("transitions", (i) => (mayFollow(Math.floor(i / labels), i % labels) ? normal() * 0.3 : -1e4), labels, labels);
  layer("fine", FINE.length, e + 2 * d, 1 / 100_000);

  let offset = 0;
  const list = tensors.map(({ name, dtype, shape, bytes }) => {
    const entry = { name, dtype, shape, offset };
    offset = align(offset + bytes.length);
    options.tensor?.(entry);
    return entry;
  });
  const header: LooseHeader = {
    format: 2,
    name: "gisa-tagger-random",
    tensors: list,
    words: WORDS.join("\n"),
    chars: CHARS,
    tags: TAGS,
    semantics: SEMANTICS,
    types: [...types],
    fine: FINE,
    config: {
      maxTokens,
      dilations,
      tailRows,
      bigramRows,
      scales: { token: [1000, 1100, 1200.5], up: 900, char: 700, out: 800, fine: 650 },
      temperature: 1.3,
      calibration: [
        [0, 0],
        [0.5, 0.4],
        [1, 0.99],
      ],
      fineTypes: [0, 1, 2, 2, 3].map((t) => Math.min(t, types.length - 1)),
    },
  };
  options.header?.(header);
  return pack(
    header,
    tensors.map(({ bytes }) => bytes),
  );
}

/** Puts a container together; the checksum is right whatever it holds. */
export function pack(header: unknown, parts: readonly Uint8Array[]): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const body = align(12 + json.length);
  const file = new Uint8Array(body + parts.reduce((sum, part) => sum + align(part.length), 0));
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode("GSM1"));
  view.setUint32(4, body - 12, true);
  file.fill(0x20, 12, body);
  file.set(json, 12);
  let at = body;
  for (const part of parts) {
    file.set(part, at);
    at += align(part.length);
  }
  view.setUint32(8, crc32(file.subarray(12)), true);
  return file;
}

/** BIES: which label may follow which. Labels are O, then B I E S of each type. */
export function mayFollow(from: number, to: number): boolean {
  const part = (label: number) => (label === 0 ? "O" : "BIES"[(label - 1) % 4]!);
  const type = (label: number) => Math.floor((label - 1) / 4);
  if ("BI".includes(part(from))) return "IE".includes(part(to)) && type(from) === type(to);
  return "OBS".includes(part(to));
}

function align(n: number): number {
  return Math.ceil(n / 16) * 16;
}
