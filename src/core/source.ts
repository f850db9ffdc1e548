import type { Doc, Report, SourceText } from "./types.js";

export function readSource(given: string, _report: Report): SourceText {
  return { original: given, text: given, toOriginal: (span) => span };
}

export function restoreOffsets(source: SourceText, layers: Omit<Doc, "text">): Doc {
  return { text: source.original, ...layers };
}
