import { MENTION_TYPES, type MentionType } from "../core/types.js";
import { damagedModel, type ModelFile } from "./container.js";

/** What a model file says of itself: lists, sizes and constants, checked. `docs/model-format.md` says what each is for. */
export interface ModelHeader {
  readonly name: string;
  readonly words: readonly string[];
  readonly chars: string;
  readonly tags: readonly string[];
  readonly semantics: readonly string[];
  readonly types: readonly MentionType[];
  readonly fine: readonly string[];
  /** Index into `types` of each fine class. */
  readonly fineTypes: readonly number[];
  /** Rows of one chunk, border tokens included. */
  readonly maxTokens: number;
  /** Of each token layer, in tokens. */
  readonly dilations: readonly number[];
  readonly tailRows: number;
  readonly bigramRows: number;
  readonly scales: {
    readonly token: readonly number[];
    readonly up: number;
    readonly char: number;
    readonly out: number;
    readonly fine: number;
  };
  readonly temperature: number;
  /** Corners [raw, calibrated] of the map from a mention's mean probability to its score. */
  readonly calibration: readonly (readonly [number, number])[];
}

const MAX_WORDS = 1 << 20;
const MAX_LIST = 1 << 16;
const MAX_CHUNK = 2048;
const MIN_CHUNK = 16;
const MAX_DILATION = 64;
const MAX_LAYERS = 16;

type Check<T> = (value: unknown) => value is T;

const isText: Check<string> = (value): value is string => typeof value === "string";
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= MAX_LIST && value.every(isText);
const isWhole =
  (least: number, most: number): Check<number> =>
  (value): value is number =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
const isPositive: Check<number> = (value): value is number =>
  typeof value === "number" && Number.isFinite(value) && value > 0;
const isList =
  <T>(item: Check<T>, most: number): Check<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.length <= most && value.every(item);
const isShare: Check<number> = (value): value is number => typeof value === "number" && value >= 0 && value <= 1;
const isCorner: Check<[number, number]> = (value): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(isShare);
const isMentionType: Check<MentionType> = (value): value is MentionType =>
  (MENTION_TYPES as readonly unknown[]).includes(value);

/** Errors  `resource/damaged`, with the field that is wrong. */
export function readHeader({ header }: ModelFile, file: string): ModelHeader {
  const config = asObject(header["config"]);
  const scales = asObject(config["scales"]);
  function field<T>(owner: Record<string, unknown>, name: string, check: Check<T>): T {
    const value = owner[name];
    if (!check(value)) throw damagedModel(file, `its header has a wrong ${name}`);
    return value;
  }
  const types = field(header, "types", isList(isMentionType, MENTION_TYPES.length));
  if (types.length === 0 || new Set(types).size !== types.length)
    throw damagedModel(file, "its header has wrong types");
  const dilations = field(config, "dilations", isList(isWhole(1, MAX_DILATION), MAX_LAYERS));
  const fine = field(header, "fine", isTexts);
  const words = field(header, "words", isText).split("\n");
  const read: ModelHeader = {
    name: field(header, "name", isText),
    words,
    chars: field(header, "chars", isText),
    tags: field(header, "tags", isTexts),
    semantics: field(header, "semantics", isTexts),
    types,
    fine,
    fineTypes: field(config, "fineTypes", isList(isWhole(0, types.length - 1), MAX_LIST)),
    maxTokens: field(config, "maxTokens", isWhole(MIN_CHUNK, MAX_CHUNK)),
    dilations,
    tailRows: field(config, "tailRows", isWhole(5, MAX_WORDS)),
    bigramRows: field(config, "bigramRows", isWhole(5, MAX_WORDS)),
    scales: {
      token: field(scales, "token", isList(isPositive, MAX_LAYERS)),
      up: field(scales, "up", isPositive),
      char: field(scales, "char", isPositive),
      out: field(scales, "out", isPositive),
      fine: field(scales, "fine", isPositive),
    },
    temperature: field(config, "temperature", isPositive),
    calibration: field(config, "calibration", isList(isCorner, 1024)),
  };
  if (read.fineTypes.length !== fine.length) throw damagedModel(file, "its header has a wrong fineTypes");
  if (read.scales.token.length !== dilations.length) throw damagedModel(file, "its header has wrong scales");
  if (words.length > MAX_WORDS) throw damagedModel(file, "its header has wrong words");
  const rising = read.calibration.every(([x], i) => i === 0 || x >= read.calibration[i - 1]![0]);
  if (!rising) throw damagedModel(file, "its header has a wrong calibration");
  return read;
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
