import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { type Chunks, decoded, linesOf, peek } from "./lines.js";

/** One article of the input. */
export interface InputRecord {
  /** Name of the file, and the line where it has lines: for messages. */
  readonly place: string;
  readonly text: string;
  readonly publishedAt?: string;
  /** The caller's own object, which the output carries on; null for a text file. */
  readonly fields: Readonly<Record<string, unknown>> | null;
  readonly name: string;
  /** Whether its input holds this article alone: a text, or one JSON object. */
  readonly alone: boolean;
}

/** An input, or a line of one, that cannot be read. */
export interface InputFault {
  readonly place: string;
  readonly fault: string;
}

export type InputFormat = "text" | "json" | "jsonl";

export interface InputOptions {
  readonly input?: InputFormat;
  readonly textField: string;
  readonly dateField: string;
}

export const STDIN = "-";

/** The articles of the named files, in order, one at a time. `onBytes` hears how much of the input has been read. */
export async function* readRecords(
  names: readonly string[],
  stdin: Chunks,
  options: InputOptions,
  onBytes: (count: number) => void,
): AsyncGenerator<InputRecord | InputFault> {
  for (const name of names) {
    const shown = name === STDIN ? "stdin" : name;
    try {
      yield* recordsOf(
        shown,
        decoded(counted(name === STDIN ? stdin : createReadStream(name), onBytes)),
        name,
        options,
      );
    } catch (error) {
      yield { place: shown, fault: explain(error) };
    }
  }
}

/** Bytes of all the named files; undefined where one is a stream. */
export async function sizeOf(names: readonly string[]): Promise<number | undefined> {
  let total = 0;
  for (const name of names) {
    const found = name === STDIN ? undefined : await stat(name).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    total += found.size;
  }
  return total;
}

async function* recordsOf(
  shown: string,
  pieces: AsyncIterable<string>,
  name: string,
  options: InputOptions,
): AsyncGenerator<InputRecord | InputFault> {
  const { first, all } = await peek(pieces);
  const format = options.input ?? formatOf(name, first);
  if (format === "jsonl") {
    let line = 0;
    for await (const text of linesOf(all)) {
      line++;
      if (text.trim() !== "") yield parseRecord(text, `${shown}:${line}`, shown, options);
    }
    return;
  }
  const parts: string[] = [];
  for await (const piece of all) parts.push(piece);
  const whole = parts.join("");
  if (format === "text") {
    yield { place: shown, text: whole, fields: null, name: basename(shown), alone: true };
    return;
  }
  const parsed = parseJson(whole);
  if (parsed === undefined) yield { place: shown, fault: "this is not JSON" };
  else if (!Array.isArray(parsed)) yield { ...toRecord(parsed, shown, shown, options), alone: true };
  else for (const [index, item] of parsed.entries()) yield toRecord(item, `${shown}[${index}]`, shown, options);
}

/** By the file's name; a stream that begins with `{` holds JSON lines. */
function formatOf(name: string, first: string): InputFormat {
  const extension = extname(name).toLowerCase();
  if (extension === ".jsonl" || extension === ".ndjson") return "jsonl";
  if (extension === ".json") return "json";
  return name === STDIN && first === "{" ? "jsonl" : "text";
}

function parseRecord(line: string, place: string, name: string, options: InputOptions): InputRecord | InputFault {
  const parsed = parseJson(line);
  return parsed === undefined ? { place, fault: "this line is not JSON" } : toRecord(parsed, place, name, options);
}

function toRecord(
  value: unknown,
  place: string,
  name: string,
  { textField, dateField }: InputOptions,
): InputRecord | InputFault {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { place, fault: "this is not a JSON object" };
  const fields = value as Record<string, unknown>;
  const text = Object.hasOwn(fields, textField) ? fields[textField] : undefined;
  if (typeof text !== "string")
    return { place, fault: `the field ${JSON.stringify(textField)} is not a text; --text-field names another` };
  const date = Object.hasOwn(fields, dateField) ? fields[dateField] : undefined;
  const id = fields["id"];
  const record = {
    place,
    text,
    fields,
    name: typeof id === "string" || typeof id === "number" ? String(id) : basename(name),
    alone: false,
  };
  if (date === undefined || date === null || date === "") return record;
  if (typeof date !== "string")
    return { place, fault: `the field ${JSON.stringify(dateField)} is not a date such as "2024-03-25"` };
  return { ...record, publishedAt: date };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* counted(chunks: Chunks, onBytes: (count: number) => void): Chunks {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "this is a folder; name the files in it";
  if (code === "EACCES") return "this file may not be read";
  return message;
}
