import { GisaError } from "./errors.js";

/** Where the files that ship with the package are. */
export interface ResourceOptions {
  /** Folder of the built files, as a URL or (in Node) a path. Node finds its own; a browser needs it. */
  readonly baseUrl?: string | URL;
}

/** No built file is larger once unpacked: a damaged or hostile file stops here, not when memory runs out. */
const MAX_UNPACKED_BYTES = 96 * 1024 * 1024;
const FOLDER = "dictionaries/built/";
/** From `src/core/` to the package, and from `dist/` to the package. */
const ROOTS = ["../", "../../"];

/**
 * Reads a file of `dictionaries/built`, unpacked where its name ends in `.gz`.
 *
 * Errors  `resource/missing` where there is no such file, `resource/damaged` where it does not unpack.
 */
export async function loadResource(name: string, { baseUrl }: ResourceOptions = {}): Promise<Uint8Array> {
  const fromDisk = isNode() && !isWebAddress(baseUrl);
  const packed = fromDisk ? await readFromDisk(name, baseUrl) : await fetchFile(name, baseUrl);
  if (!name.endsWith(".gz")) return packed;
  const isPacked = packed[0] === 0x1f && packed[1] === 0x8b;
  // Where a server says Content-Encoding: gzip, the file arrives unpacked.
  if (!isPacked && !fromDisk) return packed;
  try {
    return fromDisk ? await unpackInNode(packed) : await unpackStream(packed);
  } catch {
    throw damaged(name);
  }
}

function isNode(): boolean {
  return typeof process !== "undefined" && typeof process.versions?.node === "string";
}

function isWebAddress(baseUrl: string | URL = ""): boolean {
  return /^https?:/i.test(String(baseUrl));
}

async function readFromDisk(name: string, baseUrl: string | URL | undefined): Promise<Uint8Array> {
  const { readFile } = await import("node:fs/promises");
  const places: (string | URL)[] = [];
  if (baseUrl === undefined) for (const root of ROOTS) places.push(new URL(root + FOLDER + name, import.meta.url));
  else {
    const folder = String(baseUrl);
    const slash = folder.endsWith("/") ? "" : "/";
    places.push(/^file:/i.test(folder) ? new URL(folder + slash + name) : folder + slash + name);
  }
  for (const place of places) {
    try {
      return await readFile(place);
    } catch (error) {
      if (!isAbsence(error))
        throw missing(name, `${String(place)} cannot be read (${String((error as Error).message)})`);
    }
  }
  throw missing(name, `it is not at ${places.map(String).join(" or ")}`);
}

function isAbsence(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === "ENOENT" || code === "ENOTDIR";
}

async function fetchFile(name: string, baseUrl: string | URL | undefined): Promise<Uint8Array> {
  if (baseUrl === undefined) throw missing(name, "a browser cannot find it without `baseUrl`");
  const folder = String(baseUrl);
  const address = folder + (folder.endsWith("/") ? "" : "/") + name;
  let response: Response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw missing(name, `${address} cannot be fetched (${String((error as Error).message)})`);
  }
  if (!response.ok) throw missing(name, `${address} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function unpackInNode(packed: Uint8Array): Promise<Uint8Array> {
  const { gunzip } = await import("node:zlib");
  return new Promise((resolve, reject) => {
    const options = { maxOutputLength: MAX_UNPACKED_BYTES, chunkSize: 1 << 20 };
    gunzip(packed, options, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
}

async function unpackStream(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream("gzip"));
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MAX_UNPACKED_BYTES) throw new RangeError("too large");
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function missing(name: string, reason: string): GisaError {
  return new GisaError(
    "resource/missing",
    `The file ${name} is missing: ${reason}. Reinstall gisa, or point \`baseUrl\` at its ${FOLDER} folder.`,
    { file: name },
  );
}

function damaged(name: string): GisaError {
  return new GisaError(
    "resource/damaged",
    `The file ${name} is damaged: it does not unpack. Reinstall gisa, or fetch its ${FOLDER} folder again.`,
    { file: name },
  );
}
