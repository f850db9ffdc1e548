import { parseArgs, type ParseArgsConfig } from "node:util";
import { aCivilDate } from "../core/options.js";
import { type Doc, MENTION_TYPES, type MentionType } from "../core/types.js";
import { DOC_LAYERS } from "../export/index.js";
import { ANALYZER, type AnalyzerArguments, analyzerOf } from "./analyzer-arguments.js";
import { FORMATS, type FormatName } from "./formats.js";
import { canPackZstd, NO_ZSTD, type Packing, packingOf } from "./packed.js";
import { INPUT_FORMATS, type InputOptions, STDIN } from "./records.js";
import { readServeArguments, type ServeArguments } from "./serve-arguments.js";
import { UsageError } from "./usage-error.js";

export { UsageError };

export interface CommonArguments extends InputOptions, AnalyzerArguments {
  readonly files: readonly string[];
  readonly published?: string;
  readonly types?: readonly MentionType[];
  readonly labels: "en" | "ko";
  readonly force: boolean;
  readonly wholePage: boolean;
}

export interface AnnotateArguments extends CommonArguments {
  readonly command: "annotate";
  readonly format: FormatName;
  readonly unit: "eojeol" | "morpheme" | "character";
  readonly layers?: readonly (keyof Doc)[];
  readonly color?: boolean;
  readonly quiet: boolean;
  /** Progress in lines where there is no terminal. */
  readonly progress: boolean;
  /** File to write; standard output where there is none. */
  readonly output?: string;
  readonly packing?: Packing;
  readonly resume: boolean;
  /** Threads that analyse; 1 is this one. */
  readonly workers: number;
}

export interface ViewArguments extends CommonArguments {
  readonly command: "view";
  readonly title?: string;
}

export interface EvalArguments extends AnalyzerArguments {
  readonly command: "eval";
  readonly files: readonly string[];
  readonly types: readonly MentionType[];
  /** Errors to print of each file. */
  readonly errors: number;
  readonly json: boolean;
}

export interface DictAddArguments {
  readonly command: "dict add";
  readonly dictionary: string;
  readonly words: readonly string[];
  readonly tag: string;
  readonly semantic: string;
  readonly cost: string;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

export type Arguments =
  | AnnotateArguments
  | ViewArguments
  | EvalArguments
  | DictAddArguments
  | ServeArguments
  | { readonly command: "help" | "version"; readonly of?: string };

const COMMON = {
  published: { type: "string", short: "p" },
  types: { type: "string", short: "t" },
  input: { type: "string", short: "i" },
  "text-field": { type: "string" },
  "date-field": { type: "string" },
  "id-field": { type: "string" },
  header: { type: "boolean" },
  labels: { type: "string" },
  force: { type: "boolean" },
  "whole-page": { type: "boolean" },
  ...ANALYZER,
  help: { type: "boolean", short: "h" },
} as const;
const ANNOTATE = {
  ...COMMON,
  format: { type: "string", short: "f" },
  unit: { type: "string" },
  layers: { type: "string" },
  color: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  progress: { type: "boolean" },
  output: { type: "string", short: "o" },
  compress: { type: "string" },
  resume: { type: "boolean" },
  workers: { type: "string", short: "w" },
} as const;
const PACKINGS = ["gzip", "zstd", "none"] as const;
const MOST_WORKERS = 256;
const VIEW = { ...COMMON, title: { type: "string" } } as const;

const EVAL = {
  types: { type: "string", short: "t" },
  errors: { type: "string" },
  json: { type: "boolean" },
  ...ANALYZER,
  help: { type: "boolean", short: "h" },
} as const;
const DICT_ADD = {
  dictionary: { type: "string", short: "d" },
  tag: { type: "string" },
  class: { type: "string" },
  cost: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;
/** What the field scores, and what the gold of a set has most of. */
const SCORED_TYPES = ["PERSON", "LOCATION", "ORGANIZATION"] as const satisfies readonly MentionType[];
const MOST_ERRORS = 1_000_000;

/** Reads a command line. Throws `UsageError`, whose message says what to write instead. */
export function readArguments(args: readonly string[]): Arguments {
  const [command, ...rest] = args;
  if (command === undefined || command === "help" || command === "-h" || command === "--help")
    return { command: "help", ...(rest[0] === undefined ? {} : { of: rest[0] }) };
  if (command === "--version" || command === "-v") return { command: "version" };
  if (command === "annotate") {
    const { values, positionals } = parse(rest, ANNOTATE);
    if (values.help) return { command: "help", of: command };
    return {
      command,
      ...commonOf(values, positionals),
      format: oneOf("--format", values.format ?? "pretty", Object.keys(FORMATS) as FormatName[]),
      unit: oneOf("--unit", values.unit ?? "eojeol", ["eojeol", "morpheme", "character"]),
      ...(values.layers === undefined
        ? {}
        : { layers: listOf("--layers", values.layers, DOC_LAYERS, (name) => name.toLowerCase()) }),
      ...(values.color === undefined ? {} : { color: values.color }),
      quiet: values.quiet ?? false,
      progress: values.progress ?? false,
      workers: wholeNumber("--workers", values.workers ?? "1", MOST_WORKERS),
      ...outputOf(values),
    };
  }
  if (command === "serve") return readServeArguments(rest);
  if (command === "view") {
    const { values, positionals } = parse(rest, VIEW);
    if (values.help) return { command: "help", of: command };
    if (positionals.length > 1)
      throw new UsageError("view shows one article at a time: gisa view article.txt > article.html");
    return {
      command,
      ...commonOf(values, positionals),
      ...(values.title === undefined ? {} : { title: values.title }),
    };
  }
  if (command === "eval") {
    const { values, positionals } = parse(rest, EVAL);
    if (values.help) return { command: "help", of: command };
    if (positionals.length === 0) throw new UsageError("eval needs a gold file: gisa eval GOLD.jsonl");
    return {
      command,
      files: positionals,
      types:
        values.types === undefined
          ? SCORED_TYPES
          : listOf("--types", values.types, MENTION_TYPES, (name) => name.toUpperCase()),
      errors: values.errors === undefined ? 0 : wholeNumber("--errors", values.errors, MOST_ERRORS),
      json: values.json ?? false,
      ...analyzerOf(values),
    };
  }
  if (command === "dict") {
    const [action, ...others] = rest;
    if (action === undefined || action === "-h" || action === "--help") return { command: "help", of: command };
    if (action !== "add") throw new UsageError(`dict has no ${JSON.stringify(action)}; it has: gisa dict add WORD…`);
    const { values, positionals } = parse(others, DICT_ADD);
    if (values.help) return { command: "help", of: command };
    if (values.dictionary === undefined || positionals.length === 0)
      throw new UsageError(
        "dict add needs a file and words: gisa dict add --dictionary words.tsv --class 기관 가람바이오",
      );
    const { dictionary, tag = "", class: semantic = "", cost = "" } = values;
    return { command: "dict add", dictionary, words: positionals, tag, semantic, cost };
  }
  const advice = /\.|^-/.test(command) ? ` Did you mean: gisa annotate ${command}` : "";
  throw new UsageError(`there is no command ${JSON.stringify(command)}.${advice}`);
}

function outputOf({
  output,
  compress,
  resume = false,
  format,
}: {
  readonly output?: string;
  readonly compress?: string;
  readonly resume?: boolean;
  readonly format?: string;
}): Pick<AnnotateArguments, "output" | "packing" | "resume"> {
  if (resume && (output === undefined || format !== "jsonl"))
    throw new UsageError("--resume needs --output FILE and --format jsonl: it reads the ids of what that file holds.");
  const packing = compress === undefined ? packingOf(output ?? "").packing : oneOf("--compress", compress, PACKINGS);
  if (packing === "zstd" && !canPackZstd) throw new UsageError(NO_ZSTD);
  return {
    resume,
    ...(output === undefined ? {} : { output }),
    ...(packing === undefined || packing === "none" ? {} : { packing }),
  };
}

function wholeNumber(option: string, value: string, most: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > most)
    throw new UsageError(`${option} must be a whole number from 1 to ${most}, not ${JSON.stringify(value)}.`);
  return number;
}

function parse<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function commonOf(
  values: ReturnType<typeof parse<typeof COMMON>>["values"],
  positionals: readonly string[],
): CommonArguments {
  if (values.published !== undefined && !aCivilDate.accepts(values.published))
    throw new UsageError(`--published must be ${aCivilDate.expects}, not ${JSON.stringify(values.published)}.`);
  return {
    files: positionals.length > 0 ? positionals : [STDIN],
    ...(values.published === undefined ? {} : { published: values.published }),
    ...(values.types === undefined
      ? {}
      : { types: listOf("--types", values.types, MENTION_TYPES, (name) => name.toUpperCase()) }),
    ...(values.input === undefined ? {} : { input: oneOf("--input", values.input, INPUT_FORMATS) }),
    textField: values["text-field"] ?? "text",
    dateField: values["date-field"] ?? "publishedAt",
    idField: values["id-field"] ?? "id",
    header: values.header ?? true,
    labels: oneOf("--labels", values.labels ?? "en", ["en", "ko"]),
    force: values.force ?? false,
    wholePage: values["whole-page"] ?? false,
    ...analyzerOf(values),
  };
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value);
  if (found === undefined)
    throw new UsageError(`${option} must be one of ${allowed.join(", ")}, not ${JSON.stringify(value)}.`);
  return found;
}

function listOf<T extends string>(
  option: string,
  value: string,
  allowed: readonly T[],
  spelt: (name: string) => string,
): T[] {
  return value.split(",").map((name) => oneOf(option, spelt(name.trim()), allowed));
}
