/**
 * Cuts the article into sentences: headline, subheadlines, bylines, captions and body, never boilerplate.
 *
 * Shapes  text, Article → Sentence[] in text order, not overlapping, covering every non-space character of those parts.
 * Units   UTF-16 code units of the whole text. No sentence is longer than `LONGEST`.
 * Errors  none.
 */
import type { Article, Sentence, Span } from "../core/types.js";
import { findSentenceEnds } from "./sentence-ends.js";

/** Code units after which a stretch without an end is cut all the same, so that later stages stay bounded. */
export const LONGEST = 2000;

export function splitSentences(text: string, article: Article): Sentence[] {
  const sentences: Sentence[] = [];
  const add = (part: Sentence["part"], spans: readonly Span[]) => {
    for (const span of spans) splitPart(text, span, part, sentences);
  };
  if (article.headline) add("headline", [article.headline]);
  add("subheadline", article.subheadlines);
  add("byline", article.bylines);
  add("caption", article.captions);
  add("body", article.body);
  return withoutOverlaps(sentences.sort((a, b) => a.start - b.start || a.end - b.end));
}

function splitPart(text: string, part: Span, name: Sentence["part"], out: Sentence[]): void {
  let start = part.start;
  // A byline is one unit: what looks like a full stop in it belongs to an address or a copyright mark.
  const ends = name === "byline" ? [] : findSentenceEnds(text, part);
  for (const end of [...ends, part.end]) {
    for (const piece of cutLong(text, trim(text, start, end)))
      out.push({ start: piece.start, end: piece.end, part: name });
    start = end;
  }
}

function trim(text: string, start: number, end: number): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** The span, or pieces of it that end at the last space of their second half, or anywhere but inside a surrogate pair. */
function cutLong(text: string, span: Span): Span[] {
  const pieces: Span[] = [];
  let { start } = span;
  while (span.end - start > LONGEST) {
    const space = text.lastIndexOf(" ", start + LONGEST - 1);
    let end = space > start + LONGEST / 2 ? space : start + LONGEST;
    if (isHighSurrogate(text.charCodeAt(end - 1))) end--;
    const piece = trim(text, start, end);
    if (piece.start < piece.end) pieces.push(piece);
    start = end;
  }
  const rest = trim(text, start, span.end);
  if (rest.start < rest.end) pieces.push(rest);
  return pieces;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** Parts of an article do not overlap; a caller's article might. */
function withoutOverlaps(sentences: Sentence[]): Sentence[] {
  let reached = 0;
  return sentences.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}
