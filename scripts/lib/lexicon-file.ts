import { checksum, FORMAT_VERSION, HEADER_BYTES, MAGIC } from "../../src/lexicon/container.js";

/** Writes the file that `src/lexicon/container.ts` reads. */
export function writeSections(sections: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const aligned = (length: number) => Math.ceil(length / 4) * 4;
  let length = HEADER_BYTES + sections.size * 12;
  const offsets = [...sections].map(([id, bytes]) => {
    const offset = length;
    length += aligned(bytes.length);
    return { id, offset, bytes };
  });
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode(MAGIC));
  view.setUint32(8, FORMAT_VERSION, true);
  view.setUint32(12, length, true);
  view.setUint32(20, sections.size, true);
  offsets.forEach(({ id, offset, bytes }, i) => {
    view.setUint32(HEADER_BYTES + i * 12, id, true);
    view.setUint32(HEADER_BYTES + i * 12 + 4, offset, true);
    view.setUint32(HEADER_BYTES + i * 12 + 8, bytes.length, true);
    file.set(bytes, offset);
  });
  view.setUint32(16, checksum(file), true);
  return file;
}

export function bytesOf(array: Uint16Array | Int16Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
