/**
 * Entry points for jazzer.js (libFuzzer): `npm run fuzz:readers`. Each takes any bytes; what may be thrown is a typed error.
 * The files carry checksums, which a fuzzer does not guess: the bytes are read as changes of a small sound file, whose sums are then put right.
 */
import { Readable } from "node:stream";
import { readArguments, UsageError } from "../../src/cli/arguments.js";
import { readRecords } from "../../src/cli/records.js";
import { GisaError } from "../../src/core/errors.js";
import { checksum, HEADER_BYTES, MAGIC } from "../../src/lexicon/container.js";
import { readLexicon } from "../../src/lexicon/read-lexicon.js";
import { parseUserDictionary } from "../../src/lexicon/user-dictionary.js";
import { readContainer } from "../../src/model/container.js";
import { crc32 } from "../../src/model/crc32.js";
import { createNetwork } from "../../src/model/network.js";
import { smallLexicon, smallSections } from "../support/small-lexicon.js";
import { randomModel } from "../unit/model/random-model.js";

/** Gives up on a reader that takes this long, in milliseconds of processor time. */
const PATIENCE = 2_000;

function typed<T>(run: () => T, expected: new (...given: never[]) => Error = GisaError): T | undefined {
  const before = process.cpuUsage();
  let result: T | undefined;
  try {
    result = run();
  } catch (error) {
    if (!(error instanceof expected)) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  if ((user + system) / 1000 > PATIENCE) throw new Error("too slow");
  return result;
}

/** Changes of a file: pieces of four bytes, where (three) and what (one). */
function patched(file: Uint8Array, changes: Buffer): Uint8Array {
  const copy = file.slice();
  for (let i = 0; i + 4 <= changes.length; i += 4) {
    const at = changes.readUIntLE(i, 3) % copy.length;
    copy[at] = changes[i + 3] as number;
  }
  return copy;
}

const TEXT = "한빛시는 오는 28일 회의를 연다. 가온 Ab12 \u{1f6a8}\n는는";
const sections = smallSections();
const ids = [...sections.keys()];
const small = smallLexicon(sections);

export function fuzzLexicon(data: Buffer): void {
  const [mode = 0] = data;
  const rest = data.subarray(1);
  let file: Uint8Array;
  if (mode % 3 === 0) file = patched(small, rest);
  else if (mode % 3 === 1) {
    const id = ids[(rest[0] ?? 0) % ids.length] as number;
    file = smallLexicon(new Map([...sections, [id, new Uint8Array(rest.subarray(1))]]));
  } else {
    file = new Uint8Array(Math.max(HEADER_BYTES, rest.length - (rest.length % 4)));
    file.set(rest.subarray(0, file.length));
  }
  file.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(file.buffer);
  view.setUint32(8, 1, true);
  view.setUint32(12, file.length, true);
  view.setUint32(16, checksum(file), true);
  const lexicon = typed(() => readLexicon(file, { userWords: [{ surface: "한빛원" }] }));
  if (lexicon === undefined) return;
  typed(() => {
    const tokens = lexicon.segment(TEXT, 0, TEXT.length);
    let reached = 0;
    for (let i = 0; i < tokens.length; i += 3) {
      const [start, end, kind] = [tokens[i], tokens[i + 1], tokens[i + 2]] as [number, number, number];
      if (start < reached || end <= start || end > TEXT.length) throw new Error(`token ${start}..${end}`);
      reached = end;
      lexicon.featureOf(kind);
    }
  });
}

const model = randomModel();

export async function fuzzModel(data: Buffer): Promise<void> {
  const [mode = 0] = data;
  const rest = data.subarray(1);
  let file = patched(model, rest);
  if (mode % 2 === 1) {
    // The header is JSON: its text is changed as text.
    const length = new DataView(model.buffer, model.byteOffset).getUint32(4, true);
    const header = Buffer.from(model.subarray(12, 12 + length)).toString();
    const at = (rest[0] ?? 0) * 8 + (rest[1] ?? 0);
    const drop = rest[2] ?? 0;
    const put = rest.subarray(3).toString("utf8");
    let changed = Buffer.from(header.slice(0, at) + put + header.slice(at + drop));
    changed = Buffer.concat([changed, Buffer.alloc((16 - ((12 + changed.length) % 16)) % 16, " ")]);
    const body = model.subarray(12 + length);
    file = new Uint8Array(12 + changed.length + body.length);
    file.set(model.subarray(0, 12));
    file.set(changed, 12);
    file.set(body, 12 + changed.length);
    new DataView(file.buffer).setUint32(4, changed.length, true);
  }
  file.set(model.subarray(0, 4));
  new DataView(file.buffer).setUint32(8, crc32(file.subarray(12)), true);
  const before = process.memoryUsage().arrayBuffers;
  try {
    await createNetwork(readContainer(file, "m"), "m", "typescript");
  } catch (error) {
    if (!(error instanceof GisaError)) throw error;
  }
  const grown = process.memoryUsage().arrayBuffers - before;
  if (grown > 64 * 2 ** 20) throw new Error(`${grown} bytes were allocated`);
}

export function fuzzUserDictionary(data: Buffer): void {
  const text = data.toString("utf8");
  const { entries, problems, duplicates } = parseUserDictionary(text);
  const lines = text.split(/\r?\n/).length;
  if (entries.length + problems.length + duplicates.length > lines) throw new Error("more entries than lines");
  for (const { line } of [...problems, ...duplicates]) if (line < 1 || line > lines) throw new Error(`line ${line}`);
  for (const { surface } of entries)
    if (surface === "" || /\s/u.test(surface)) throw new Error(JSON.stringify(surface));
  if (entries.length > 0)
    typed(() => readLexicon(small, { userWords: entries.slice(0, 50) })?.segment(TEXT, 0, TEXT.length));
}

const COMMANDS = ["annotate", "view", "help", "--version"];

export function fuzzArguments(data: Buffer): void {
  const [command = 0] = data;
  const args = data.subarray(1).toString("utf8").split("\0");
  typed(() => readArguments(args), UsageError);
  typed(() => readArguments([COMMANDS[command % COMMANDS.length] as string, ...args]), UsageError);
}

export async function fuzzRecords(data: Buffer): Promise<void> {
  const [first = 0, cut = 0] = data;
  const rest = data.subarray(2);
  const input = (["text", "json", "jsonl", "csv", "tsv", "html", undefined] as const)[first % 7];
  const at = Math.min(cut, rest.length);
  const stdin = Readable.from([rest.subarray(0, at), rest.subarray(at)].filter(({ length }) => length > 0));
  const fields = { textField: "text", dateField: "publishedAt", idField: "id", header: true };
  const options = { ...fields, ...(input === undefined ? {} : { input }) };
  let lines = 0;
  for await (const record of readRecords(["-"], stdin, options, () => {})) {
    lines++;
    if ("fault" in record) continue;
    if (typeof record.text !== "string" || record.name === undefined) throw new Error("a record without a text");
  }
  if (lines > rest.length + 1) throw new Error(`${lines} records`);
}
