import type { Span } from "./types.js";

/**
 * The only place where the UTF-16 offsets of a `Doc` become another tool's offsets.
 *
 * Units  `utf16` counts code units (JavaScript, Java), `codePoint` Unicode code points (Python, brat, spaCy), `utf8` bytes (Rust, Go, files).
 */
export type OffsetUnit = "utf16" | "codePoint" | "utf8";

export type OffsetMap = (utf16Offset: number) => number;

/**
 * Makes the map of one text: a single pass, then one array look-up an offset.
 * A lone surrogate counts as one code point and as three bytes, which is what its replacement U+FFFD takes.
 */
export function offsetsOf(text: string, unit: OffsetUnit): OffsetMap {
  if (unit === "utf16") return (offset) => offset;
  const positions = new Uint32Array(text.length + 1);
  let position = 0;
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) as number;
    positions[i] = position;
    // For the second half of a pair; where there is none, the next character writes over it.
    positions[i + 1] = position;
    position += unit === "codePoint" ? 1 : utf8Length(codePoint);
    i += codePoint > 0xffff ? 2 : 1;
  }
  positions[text.length] = position;
  return (offset) => positions[Math.max(0, Math.min(offset, text.length))] as number;
}

export function convertSpan(map: OffsetMap, { start, end }: Span): Span {
  return { start: map(start), end: map(end) };
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
