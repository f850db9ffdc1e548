import { GisaError } from "../core/errors.js";
import { crc32 } from "./crc32.js";

/** Bytes of one value. */
const VALUE_BYTES = { i8: 1, i16: 2, f32: 4 } as const;
type ValueType = keyof typeof VALUE_BYTES;

export interface Tensor {
  readonly name: string;
  readonly dtype: ValueType;
  readonly shape: readonly number[];
  /** A view of the file's bytes, not a copy. */
  readonly values: Int8Array | Int16Array | Float32Array;
}

/** A model file that was checked: magic, version, checksum, and every tensor inside the file. What the header means is not read here. */
export interface ModelFile {
  readonly header: Readonly<Record<string, unknown>>;
  readonly tensors: ReadonlyMap<string, Tensor>;
}

const MAGIC = "GSM1";
const VERSION = 2;
const PREFIX = 12;
const ALIGNMENT = 16;
const MAX_TENSORS = 256;

/**
 * Reads the container of `docs/model-format.md`.
 *
 * Errors  `resource/version` for another format, `resource/damaged` for anything that does not hold together. Allocates nothing that the file's own length does not bound.
 */
export function readContainer(given: Uint8Array, file: string): ModelFile {
  if (given.length < PREFIX) throw damagedModel(file, "it is too short");
  const magic = String.fromCharCode(...given.subarray(0, 4));
  if (magic.slice(0, 3) !== MAGIC.slice(0, 3)) throw damagedModel(file, "it is no model file");
  if (magic !== MAGIC) throw wrongVersion(file, magic);
  // Typed arrays need aligned bytes. (A Node Buffer's `slice` would copy nothing.)
  const bytes = given.byteOffset % ALIGNMENT === 0 ? given : new Uint8Array(given);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const body = PREFIX + view.getUint32(4, true);
  if (body > bytes.length || body % ALIGNMENT !== 0) throw damagedModel(file, "its header is cut off");
  if (crc32(bytes.subarray(PREFIX)) !== view.getUint32(8, true)) throw damagedModel(file, "its checksum is wrong");

  const header = parseHeader(bytes.subarray(PREFIX, body), file);
  if (header["format"] !== VERSION) throw wrongVersion(file, String(header["format"]));
  const listed = header["tensors"];
  if (!Array.isArray(listed) || listed.length > MAX_TENSORS) throw damagedModel(file, "its list of tensors is wrong");
  const tensors = new Map<string, Tensor>();
  for (const entry of listed) {
    const tensor = readTensor(entry, bytes, body, file);
    if (tensors.has(tensor.name)) throw damagedModel(file, `tensor ${tensor.name} is there twice`);
    tensors.set(tensor.name, tensor);
  }
  return { header, tensors };
}

function parseHeader(bytes: Uint8Array, file: string): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw damagedModel(file, "its header is no JSON");
  }
  if (typeof header !== "object" || header === null || Array.isArray(header))
    throw damagedModel(file, "its header is no object");
  return header as Record<string, unknown>;
}

function readTensor(entry: unknown, bytes: Uint8Array, body: number, file: string): Tensor {
  const { name, dtype, shape, offset } = (entry ?? {}) as Record<string, unknown>;
  if (typeof name !== "string" || typeof dtype !== "string" || !Object.hasOwn(VALUE_BYTES, dtype))
    throw damagedModel(file, "a tensor has no name or an unknown type");
  const isCount = (n: unknown): n is number => Number.isSafeInteger(n) && (n as number) >= 0;
  if (
    !isCount(offset) ||
    offset % ALIGNMENT !== 0 ||
    !Array.isArray(shape) ||
    shape.length > 4 ||
    !shape.every(isCount)
  )
    throw damagedModel(file, `tensor ${name} has no shape or place`);
  const length = shape.reduce((product: number, n: number) => product * n, 1);
  const type = dtype as ValueType;
  if (body + offset + length * VALUE_BYTES[type] > bytes.length)
    throw damagedModel(file, `tensor ${name} lies outside the file`);
  const start = bytes.byteOffset + body + offset;
  if (type === "i8") return { name, dtype: type, shape, values: new Int8Array(bytes.buffer, start, length) };
  if (type === "i16") return { name, dtype: type, shape, values: new Int16Array(bytes.buffer, start, length) };
  const values = new Float32Array(bytes.buffer, start, length);
  if (!values.every(Number.isFinite)) throw damagedModel(file, `tensor ${name} holds a value that is no number`);
  return { name, dtype: type, shape, values };
}

export function damagedModel(file: string, reason: string): GisaError {
  return new GisaError(
    "resource/damaged",
    `The model ${file} is damaged: ${reason}. Reinstall gisa, or train and export the model again.`,
    {
      file,
    },
  );
}

function wrongVersion(file: string, version: string): GisaError {
  return new GisaError(
    "resource/version",
    `The model ${file} has format ${version}; this version of gisa reads ${MAGIC}, format ${VERSION}. Install the model that came with it.`,
    { file, version },
  );
}
