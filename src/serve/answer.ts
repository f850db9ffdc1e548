import { GisaError } from "../core/errors.js";
import { aBoolean, aCivilDate, describe, type OptionRule, type OptionRules, readOptions } from "../core/options.js";
import { type AnalyzeOptions, type Doc, MENTION_TYPES, type MentionType } from "../core/types.js";
import { DOC_LAYERS, selectLayers, selectTypes } from "../export/index.js";
import type { Analyzer } from "../load-analyzer.js";
import type { Fault } from "./fault.js";

/** What a client sends: a line of standard input, or the body of a request. Null stands for what is left out. */
export interface ServeRecord {
  readonly text: string;
  /** Comes back with the answer. */
  readonly id?: string | number | null;
  readonly publishedAt?: string | null;
  readonly force?: boolean | null;
  readonly wholePage?: boolean | null;
  /** Mentions and entities of these types alone. */
  readonly types?: readonly MentionType[] | null;
  /** These parts of the document alone. */
  readonly layers?: readonly (keyof Doc)[] | null;
}

/** `ok` comes first, so that who passes an answer on need not parse it. */
export type Answer = Annotated | Refusal;

export interface Annotated {
  readonly ok: true;
  readonly id?: string | number;
  /** Without the layers that were not asked for. */
  readonly doc: Partial<Doc>;
}

export interface Refusal {
  readonly ok: false;
  readonly id?: string | number;
  readonly error: Fault;
}

const RULES: OptionRules<ServeRecord> = {
  text: { expects: "a string", accepts: (value) => typeof value === "string" },
  id: { expects: "a string or a number", accepts: isId },
  publishedAt: aCivilDate,
  force: aBoolean,
  wholePage: aBoolean,
  types: aListOf(MENTION_TYPES),
  layers: aListOf(DOC_LAYERS),
};

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Answers one record. What is wrong with it, or goes wrong, is in the answer: nothing is thrown. */
export function answer(bytes: Uint8Array, analyzer: Pick<Analyzer, "analyze">): Answer {
  const parsed = parseRecord(bytes);
  if ("code" in parsed) return { ok: false, error: parsed };
  const { id } = parsed.fields;
  const named = isId(id) ? { id } : {};
  try {
    return { ok: true, ...named, doc: annotate(parsed.fields, analyzer) };
  } catch (error) {
    return { ok: false, ...named, error: faultOf(error) };
  }
}

/** The fields of a record that is JSON, not yet looked into; or what it is instead. */
export function parseRecord(bytes: Uint8Array): { readonly fields: Readonly<Record<string, unknown>> } | Fault {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    return { code: "record/not-json", message: 'A record is a JSON object in UTF-8: {"text":"…"}. This is not JSON.' };
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return { fields: value as Readonly<Record<string, unknown>> };
  return { code: "record/not-json", message: `A record is a JSON object: {"text":"…"}, not ${describe(value)}.` };
}

function annotate(fields: Readonly<Record<string, unknown>>, analyzer: Pick<Analyzer, "analyze">): Partial<Doc> {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const { text, id: _, types, layers, ...options } = readOptions<ServeRecord>(given, RULES, "a record");
  if (text === undefined)
    throw new GisaError("option/type", 'A record needs a text: {"text":"…"}.', { option: "text" });
  const doc = analyzer.analyze(text, options as AnalyzeOptions);
  const selected = types ? selectTypes(doc, types) : doc;
  return layers ? selectLayers(selected, layers) : selected;
}

function faultOf(error: unknown): Fault {
  if (error instanceof GisaError) return { code: error.code, message: error.message };
  const message = `gisa failed on this text, which is a fault of gisa: ${String((error as Error)?.stack ?? error)}`;
  return { code: "record/failed", message };
}

function isId(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function aListOf(allowed: readonly string[]): OptionRule {
  return {
    expects: `an array of ${allowed.join(", ")}`,
    accepts: (value) => Array.isArray(value) && value.every((name) => allowed.includes(name)),
  };
}
