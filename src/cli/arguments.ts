import { parseArgs } from "node:util";
import { aCivilDate } from "../core/options.js";
import { type Doc, MENTION_TYPES, type MentionType } from "../core/types.js";
import { DOC_LAYERS } from "../export/index.js";
import { FORMATS, type FormatName } from "./formats.js";
import { type InputOptions, STDIN } from "./records.js";
import { readServeArguments, type ServeArguments } from "./serve-arguments.js";
import { UsageError } from "./usage-error.js";

export { UsageError };

export interface CommonArguments extends InputOptions {
  readonly files: readonly string[];
  readonly published?: string;
  readonly types?: readonly MentionType[];
  readonly labels: "en" | "ko";
  readonly force: boolean;
  readonly wholePage: boolean;
  readonly dictionary?: string;
}

export interface AnnotateArguments extends CommonArguments {
  readonly command: "annotate";
  readonly format: FormatName;
  readonly unit: "eojeol" | "morpheme" | "character";
  readonly layers?: readonly (keyof Doc)[];
  readonly color?: boolean;
  readonly quiet: boolean;
}

export interface ViewArguments extends CommonArguments {
  readonly command: "view";
  readonly title?: string;
}

export type Arguments =
  | AnnotateArguments
  | ViewArguments
  | ServeArguments
  | { readonly command: "help" | "version"; readonly of?: string };

const COMMON = {
  published: { type: "string", short: "p" },
  types: { type: "string", short: "t" },
  input: { type: "string", short: "i" },
  "text-field": { type: "string" },
  "date-field": { type: "string" },
  labels: { type: "string" },
  force: { type: "boolean" },
  "whole-page": { type: "boolean" },
  dictionary: { type: "string", short: "d" },
  help: { type: "boolean", short: "h" },
} as const;
const ANNOTATE = {
  ...COMMON,
  format: { type: "string", short: "f" },
  unit: { type: "string" },
  layers: { type: "string" },
  color: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
} as const;
const VIEW = { ...COMMON, title: { type: "string" } } as const;

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
  const advice = /\.|^-/.test(command) ? ` Did you mean: gisa annotate ${command}` : "";
  throw new UsageError(`there is no command ${JSON.stringify(command)}.${advice}`);
}

function parse<O extends typeof COMMON>(args: readonly string[], options: O) {
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
    ...(values.input === undefined ? {} : { input: oneOf("--input", values.input, ["text", "json", "jsonl"]) }),
    textField: values["text-field"] ?? "text",
    dateField: values["date-field"] ?? "publishedAt",
    labels: oneOf("--labels", values.labels ?? "en", ["en", "ko"]),
    force: values.force ?? false,
    wholePage: values["whole-page"] ?? false,
    ...(values.dictionary === undefined ? {} : { dictionary: values.dictionary }),
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
