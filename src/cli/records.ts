import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { GisaError } from "../core/errors.js";
import { type Chunks, decoded, linesOf, peek } from "./lines.js";
import { packingOf, unpacked } from "./packed.js";
import { decodePage, readPage } from "./page.js";
import { rowsOf } from "./table.js";

/** One article of the input. */
export interface InputRecord {
  /** Name of the file, and the line where it has lines: for messages. */
  readonly place: string;
  readonly text: string;
  readonly publishedAt?: string;
  /** The caller's own object or row, which the output carries on; null for a text file or a page. */
  readonly fields: Readonly<Record<string, unknown>> | null;
  /** Of the object or row; the file's name for a text file or a page. */
  readonly id?: string;
  /** Its id; the file's name where it has none. */
  readonly name: string;
  /** Whether its input holds this article alone: a text, a page, or one JSON object. */
  readonly alone: boolean;
}

/** An input, or a line of one, that cannot be read. */
export interface InputFault {
  readonly place: string;
  readonly fault: string;
}

export const INPUT_FORMATS = ["text", "json", "jsonl", "csv", "tsv", "html"] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

export interface InputOptions {
  readonly input?: InputFormat;
  readonly textField: string;
  readonly dateField: string;
  readonly idField: string;
  /** Whether the first row of a table names its columns. */
  readonly header: boolean;
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
      const chunks = name === STDIN ? stdin : createReadStream(name);
      yield* recordsOf(shown, unpacked(counted(chunks, onBytes)), packingOf(name).inner, options);
    } catch (error) {
      if (error instanceof GisaError) throw error;
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
  chunks: Chunks,
  name: string,
  options: InputOptions,
): AsyncGenerator<InputRecord | InputFault> {
  const named = options.input ?? formatOf(name, "");
  if (named === "html") {
    yield pageOf(shown, await readPage(decodePage(await bytesOf(chunks))));
    return;
  }
  const { first, all } = await peek(decoded(chunks));
  const format = options.input ?? formatOf(name, first);
  if (format === "csv" || format === "tsv") {
    const table = { separator: format === "csv" ? "," : "\t", header: options.header } as const;
    for await (const row of rowsOf(all, table)) {
      const place = `${shown}:${row.line}`;
      yield "fault" in row ? { place, fault: row.fault } : toRecord(row.fields, place, shown, options);
    }
    return;
  }
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
    yield { place: shown, text: whole, fields: null, ...namedBy(shown), alone: true };
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
  if (extension === ".csv") return "csv";
  if (extension === ".tsv" || extension === ".tab") return "tsv";
  if (extension === ".html" || extension === ".htm" || extension === ".xhtml") return "html";
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
  { textField, dateField, idField }: InputOptions,
): InputRecord | InputFault {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { place, fault: "this is not a JSON object" };
  const fields = value as Record<string, unknown>;
  const text = Object.hasOwn(fields, textField) ? fields[textField] : undefined;
  if (typeof text !== "string")
    return { place, fault: `the field ${JSON.stringify(textField)} is not a text; --text-field names another` };
  const date = Object.hasOwn(fields, dateField) ? fields[dateField] : undefined;
  const id = Object.hasOwn(fields, idField) ? fields[idField] : undefined;
  const named = typeof id === "string" || typeof id === "number" ? { id: String(id), name: String(id) } : undefined;
  const record = { place, text, fields, ...(named ?? { name: basename(name) }), alone: false };
  if (date === undefined || date === null || date === "") return record;
  if (typeof date !== "string")
    return { place, fault: `the field ${JSON.stringify(dateField)} is not a date such as "2024-03-25"` };
  return { ...record, publishedAt: date };
}

function pageOf(shown: string, page: Awaited<ReturnType<typeof readPage>>): InputRecord | InputFault {
  if (page === null) return { place: shown, fault: "this page holds no article" };
  return { place: shown, ...page, fields: null, ...namedBy(shown), alone: true };
}

function namedBy(shown: string): { id: string; name: string } {
  const name = basename(shown);
  return { id: name, name };
}

async function bytesOf(chunks: Chunks): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(parts);
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

/** Why an input cannot be read, for a message. */
export function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "this is a folder; name the files in it";
  if (code === "EACCES") return "this file may not be read";
  if (/^Z_|^ERR_ZSTD|^ZSTD/.test(code ?? "") || /zstd/i.test(message)) return `it does not unpack (${message})`;
  return message;
}
