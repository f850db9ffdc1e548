import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import { Decompress } from "fzstd";
import { GisaError } from "../core/errors.js";
import type { Chunks } from "./lines.js";

export type Packing = "gzip" | "zstd";

/** By a file's extension: what it is packed with, and its name without that. */
export function packingOf(name: string): { packing?: Packing; inner: string } {
  if (/\.gz$/i.test(name)) return { packing: "gzip", inner: name.slice(0, -3) };
  if (/\.zst$/i.test(name)) return { packing: "zstd", inner: name.slice(0, -4) };
  return { inner: name };
}

/** Node has zstd from 22.15; its types of 20 do not know. */
const { createZstdCompress, createZstdDecompress } = zlib as unknown as Partial<
  Record<"createZstdCompress" | "createZstdDecompress", () => Transform>
>;

export const canPackZstd = createZstdCompress !== undefined;

/** A stream that packs. Errors: `dependency/missing` for zstd where this Node has none (`canPackZstd`). */
export function packer(packing: Packing): Transform {
  if (packing === "gzip") return zlib.createGzip({ level: 6 });
  if (createZstdCompress) return createZstdCompress();
  throw new GisaError("dependency/missing", NO_ZSTD, { package: "node@>=22.15" });
}

export const NO_ZSTD = `zstd output needs Node 22.15 or later, and this is ${process.version}; --compress gzip works with any.`;

export interface UnpackOptions {
  /** Whether the input may lack its end: what is there is unpacked, without a complaint. */
  readonly cut?: boolean;
}

/** Unpacks gzip and zstd, told by their first bytes whatever the name says; anything else comes through as it is. */
export async function* unpacked(chunks: Chunks, { cut = false }: UnpackOptions = {}): Chunks {
  const iterator = chunks[Symbol.asyncIterator]();
  const head: (Uint8Array | string)[] = [];
  let first = Buffer.alloc(0);
  while (first.length < 4) {
    const { value, done } = await iterator.next();
    if (done) break;
    head.push(value);
    first = Buffer.concat([first, typeof value === "string" ? Buffer.from(value) : value]);
  }
  async function* all(): Chunks {
    yield* head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  try {
    if (first[0] === 0x1f && first[1] === 0x8b)
      yield* through(all(), zlib.createGunzip(cut ? { finishFlush: zlib.constants.Z_SYNC_FLUSH } : {}));
    else if (first.length >= 4 && first.readUInt32LE(0) === 0xfd2fb528)
      yield* createZstdDecompress && (await readsWholeZstd())
        ? through(all(), createZstdDecompress())
        : unpackZstd(all());
    else yield* all();
  } finally {
    await iterator.return?.();
  }
}

async function* through(chunks: Chunks, transform: Transform): Chunks {
  // The reader below hears of a failure by itself.
  pipeline(Readable.from(chunks), transform).catch(() => {});
  for await (const chunk of transform) yield chunk;
}

/** A frame that holds nothing, and the beginning of a second one. */
const CUT_SHORT = Buffer.from("28b52ffd200001000028b52ffd", "hex");
let readsWhole: Promise<boolean> | undefined;

/** Node 22's zstd takes the first frame for all of a file and the half of a frame for a whole one, without a word. What it is asked here, Node 24 refuses. */
function readsWholeZstd(): Promise<boolean> {
  readsWhole ??= (async () => {
    try {
      for await (const _ of through(Readable.from([CUT_SHORT]), (createZstdDecompress as () => Transform)()));
      return false;
    } catch {
      return true;
    }
  })();
  return readsWhole;
}

async function* unpackZstd(chunks: Chunks): Chunks {
  let ready: Uint8Array[] = [];
  const stream = new Decompress((part) => {
    if (part.length > 0) ready.push(part);
  });
  const push = (chunk: Uint8Array, last: boolean) => {
    try {
      stream.push(chunk, last);
    } catch (error) {
      throw new Error(`zstd: ${(error as Error).message}`, { cause: error });
    }
  };
  for await (const chunk of chunks) {
    push(typeof chunk === "string" ? Buffer.from(chunk) : chunk, false);
    yield* ready;
    ready = [];
  }
  push(new Uint8Array(0), true);
  yield* ready;
}
