import type { Category } from "./characters.js";
import { damaged } from "./container.js";
import type { LexiconMeta, WordClass } from "./lexicon.js";

const MAX_CONTEXTS = 1 << 14;
const MAX_LIST = 1 << 12;

type Fields = Readonly<Record<string, unknown>>;

/** What the lexicon file says of itself, every field checked. Errors: `resource/damaged`. */
export function readMeta(bytes: Uint8Array): LexiconMeta {
  let meta: unknown;
  try {
    meta = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw damaged("its description is not JSON");
  }
  if (!isMeta(meta)) throw damaged("its description lacks a part");
  return meta;
}

function isMeta(value: unknown): value is LexiconMeta {
  if (!isObject(value) || !isObject(value["matrix"])) return false;
  const { name, version, words, entries, supplement, matrix, categories, wordClasses } = value;
  const { rows, columns, beginRight, endLeft } = matrix as Fields;
  return (
    typeof name === "string" &&
    typeof version === "string" &&
    [words, entries, supplement].every((count) => isWhole(count)) &&
    isWhole(rows, MAX_CONTEXTS) &&
    isWhole(columns, MAX_CONTEXTS) &&
    isWhole(beginRight, columns - 1) &&
    isWhole(endLeft, rows - 1) &&
    isList(categories, isCategory) &&
    categories.length > 0 &&
    isList(wordClasses, isWordClass)
  );
}

function isCategory(value: unknown): value is Category {
  if (!isObject(value)) return false;
  const { name, types, invoke, group, length, kinds } = value;
  return (
    typeof name === "string" &&
    isWhole(types) &&
    typeof invoke === "boolean" &&
    typeof group === "boolean" &&
    isWhole(length, 64) &&
    isList(kinds, (kind): kind is number => isWhole(kind)) &&
    kinds.length > 0
  );
}

function isWordClass(value: unknown): value is WordClass {
  if (!isObject(value)) return false;
  const { pos, semantic, final, left, right, cost, penalty } = value;
  return (
    typeof pos === "string" &&
    (semantic === undefined || semantic === null || typeof semantic === "string") &&
    (final === undefined || final === null || typeof final === "boolean") &&
    isWhole(left) &&
    isWhole(right) &&
    [cost, penalty].every((number) => Number.isSafeInteger(number) && Math.abs(number as number) <= 1 << 16)
  );
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown, most = Number.MAX_SAFE_INTEGER): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;
}

function isList<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.length <= MAX_LIST && value.every(is);
}
