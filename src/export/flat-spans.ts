import type { Span } from "../core/types.js";

/** Drops what overlaps an earlier span (of two that start together the longer stays), for formats that cannot nest. Sorted by start. */
export function flatSpans<T extends Span>(spans: readonly T[]): T[] {
  const flat: T[] = [];
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start < end || span.end <= span.start) continue;
    flat.push(span);
    end = span.end;
  }
  return flat;
}
