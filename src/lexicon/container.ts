import { GisaError } from "../core/errors.js";

/**
 * The unpacked lexicon file: a header, a table of sections, the sections. Everything is little-endian and 4-byte aligned.
 *
 *   bytes 0–7   "GISALEX\n"
 *   8           u32 format version
 *   12          u32 length of the whole file
 *   16          u32 checksum of everything from byte 24
 *   20          u32 number of sections
 *   24          per section: u32 id, u32 offset, u32 length in bytes
 */
export const MAGIC = "GISALEX\n";
export const FORMAT_VERSION = 1;
export const HEADER_BYTES = 24;
const MAX_SECTIONS = 64;

export const SECTION = {
  meta: 1,
  features: 2,
  kindLeft: 3,
  kindRight: 4,
  kindCost: 5,
  kindPenalty: 6,
  kindFeature: 7,
  matrix: 8,
  categoryOf: 9,
  baseLabels: 16,
  baseChildren: 17,
  baseCounts: 18,
  baseKinds: 19,
  extraLabels: 24,
  extraChildren: 25,
  extraCounts: 26,
  extraKinds: 27,
} as const;

export type Sections = (id: number) => Uint8Array;

/** Checks the header and the checksum. Errors: `resource/damaged`, `resource/version`. Nothing is allocated by a length that the file states. */
export function readSections(given: Uint8Array): Sections {
  // Typed arrays need aligned bytes, which a Buffer cut out of a pool may not be; and a Buffer's slice() would be no copy.
  const bytes =
    given.byteOffset % 4 === 0 ? new Uint8Array(given.buffer, given.byteOffset, given.length) : new Uint8Array(given);
  if (bytes.length < HEADER_BYTES) throw damaged("it is too short");
  for (let i = 0; i < MAGIC.length; i++)
    if (bytes[i] !== MAGIC.charCodeAt(i)) throw damaged("it is not a lexicon file");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const version = view.getUint32(8, true);
  if (version !== FORMAT_VERSION)
    throw new GisaError(
      "resource/version",
      `The lexicon file has format ${version}, this gisa reads format ${FORMAT_VERSION}. Use the dictionaries/built folder of the same release.`,
      { file: "lexicon", version },
    );
  if (view.getUint32(12, true) !== bytes.length || bytes.length % 4 !== 0) throw damaged("its length is wrong");
  const count = view.getUint32(20, true);
  if (count > MAX_SECTIONS || HEADER_BYTES + count * 12 > bytes.length) throw damaged("its table of sections is wrong");
  if (checksum(bytes) !== view.getUint32(16, true)) throw damaged("its checksum is wrong");

  const sections = new Map<number, Uint8Array>();
  for (let i = 0; i < count; i++) {
    const at = HEADER_BYTES + i * 12;
    const offset = view.getUint32(at + 4, true);
    const length = view.getUint32(at + 8, true);
    if (offset % 4 !== 0 || offset + length > bytes.length) throw damaged("a section lies outside it");
    sections.set(view.getUint32(at, true), bytes.subarray(offset, offset + length));
  }
  return (id) => {
    const section = sections.get(id);
    if (section === undefined) throw damaged(`section ${id} is absent`);
    return section;
  };
}

/** A multiplicative hash of the 32-bit words from the table of sections on. */
export function checksum(bytes: Uint8Array): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + HEADER_BYTES, (bytes.length - HEADER_BYTES) >> 2);
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ (words[i] as number), 0x01000193) ^ (hash >>> 15);
  return hash >>> 0;
}

export function damaged(reason: string): GisaError {
  return new GisaError(
    "resource/damaged",
    `The lexicon file is damaged: ${reason}. Reinstall gisa, or fetch its dictionaries/built folder again.`,
    { file: "lexicon", reason },
  );
}
