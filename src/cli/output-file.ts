import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { copyFile, open, rename, rm, stat, truncate } from "node:fs/promises";
import { PassThrough, type Transform, type Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { decoded, linesOf } from "./lines.js";
import { packer, type Packing, unpacked } from "./packed.js";

export interface OutputFile {
  readonly stream: Writable;
  /** Ids of what an earlier run wrote; undefined where none is resumed. */
  readonly written: ReadonlySet<string> | undefined;
  /** Ends the stream, makes sure that all is on the disk, and gives the file its name. */
  commit(): Promise<void>;
  /** Ends the stream and leaves what is written beside, for `--resume`. */
  leave(): Promise<void>;
}

export interface OutputFileOptions {
  readonly packing?: Packing;
  /** Field of a line that holds its id; where it is given, what an earlier run wrote is kept. */
  readonly resumeBy?: string;
}

/** A line of an output to be resumed that no run of ours has written. */
export class NotResumable extends Error {}

/** Opens `path` for output. Until `commit`, all is written to `path.part`: nobody ever sees half of an output under its name. */
export async function openOutputFile(path: string, { packing, resumeBy }: OutputFileOptions): Promise<OutputFile> {
  const part = `${path}.part`;
  let written: Set<string> | undefined;
  if (resumeBy !== undefined) {
    if (!(await exists(part)) && (await exists(path))) await copyFile(path, part);
    written = (await exists(part)) ? await keepWholeLines(part, packing, resumeBy) : new Set();
  }
  const file = createWriteStream(part, { flags: written === undefined ? "w" : "a" });
  await new Promise((resolve, reject) => file.once("open", resolve).once("error", reject));
  const { stream, end } = chained(file, packing);
  return {
    stream,
    written,
    leave: end,
    async commit() {
      await end();
      const handle = await open(part, "r+");
      await handle.sync();
      await handle.close();
      await rename(part, path);
    },
  };
}

function chained(file: WriteStream, packing: Packing | undefined): { stream: Writable; end: () => Promise<void> } {
  const stream: Transform = packing === undefined ? new PassThrough() : packer(packing);
  const flow = pipeline(stream, file);
  // Whoever writes hears of a failure by the stream, whoever ends it by `end`.
  flow.catch((error: Error) => stream.destroy(error));
  return {
    stream,
    async end() {
      if (!stream.destroyed) stream.end();
      await flow;
    },
  };
}

/** Cuts off what a run that was killed left of a line, and returns the ids of the others. */
async function keepWholeLines(part: string, packing: Packing | undefined, field: string): Promise<Set<string>> {
  const ids = new Set<string>();
  if (packing === undefined) {
    let kept = 0;
    for await (const line of wholeLines(part)) {
      ids.add(idOf(line, field, part));
      kept += Buffer.byteLength(line) + 1;
    }
    await truncate(part, kept);
    return ids;
  }
  // The end of a packed file cannot be cut: its lines are packed anew, and a further member begins behind them.
  const fresh = `${part}.new`;
  const { stream, end } = chained(createWriteStream(fresh), packing);
  for await (const line of wholeLines(part)) {
    ids.add(idOf(line, field, part));
    if (!stream.write(`${line}\n`)) await new Promise((resolve) => stream.once("drain", resolve));
  }
  await end();
  if (ids.size === 0) await rm(fresh).then(() => truncate(part, 0));
  else await rename(fresh, part);
  return ids;
}

/** The lines of a file that have an end; what does not unpack ends it. */
async function* wholeLines(path: string): AsyncGenerator<string> {
  let ended = true;
  async function* pieces(): AsyncGenerator<string> {
    try {
      for await (const piece of decoded(unpacked(createReadStream(path), { cut: true }))) {
        ended = piece.endsWith("\n");
        yield piece;
      }
    } catch {
      // A run that was killed leaves a packed file without its end.
    }
  }
  let last: string | undefined;
  for await (const line of linesOf(pieces())) {
    if (last !== undefined) yield last;
    last = line;
  }
  if (last !== undefined && ended) yield last;
}

function idOf(line: string, field: string, part: string): string {
  try {
    const fields = JSON.parse(line) as Record<string, unknown>;
    const id = Object.hasOwn(fields, field) ? fields[field] : fields["file"];
    if (typeof id === "string" || typeof id === "number") return String(id);
  } catch {
    // Told below.
  }
  throw new NotResumable(`${part} holds a line without an id in the field ${JSON.stringify(field)}`);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Writes a small file whole or not at all. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const output = await openOutputFile(path, {});
  output.stream.end(text);
  await finished(output.stream);
  await output.commit();
}
