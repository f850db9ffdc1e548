/**
 * Finds where in a text the pieces of a tokenizer lie. transformers.js gives each piece's decoded text and its index, and no offsets.
 *
 * Shapes  a text, pieces in order → a span for each, or null where there is nothing of the text left for it.
 * Units   UTF-16 code units of the text. Both sides are compared folded: no white space, no case, no marks, compatibility forms taken apart;
 *         so a piece that is half a syllable (an uncased model's) gets the whole syllable.
 * Errors  none, on any pieces.
 */
import type { Span } from "../core/types.js";

export interface Piece {
  readonly word: string;
  /** Place in the model's input. A gap in it is a piece that was left out, as transformers.js leaves out unknown words. */
  readonly index?: number | undefined;
}

/** What continues a word (WordPiece), begins one (SentencePiece, byte-level BPE, decoded or not) or ends one (fastBPE). */
const MARKS = /^(?:##(?=.)|[▁Ġ])|@@$/u;
const UNKNOWN = /\uFFFD|^(?:\[UNK\]|<unk>|<unk\/>)$/iu;
/** Pieces after an uncertain one that must follow too, before its place is believed. */
const LOOK_AHEAD = 3;
/** Most that a tokenizer drops without a trace, in code units. */
const DROPPED = 64;

export function alignPieces(text: string, pieces: readonly Piece[]): (Span | null)[] {
  const folded = foldText(text);
  const forms = pieces.map(({ word }) => (UNKNOWN.test(word.trim()) ? "" : fold(word.trim().replace(MARKS, ""))));
  const spans: (Span | null)[] = pieces.map(() => null);
  let at = 0;
  let pending: number[] = [];
  let lost = false;
  forms.forEach((form, i) => {
    const before = pieces[i - 1]?.index;
    const { index } = pieces[i] as Piece;
    const skipped = index === undefined || (before === undefined ? index > 1 : index !== before + 1);
    const place = placeOf(folded.text, forms, i, at, skipped || lost || pending.length > 0);
    if (place < 0) {
      if (form === "") pending.push(i);
      else lost = true;
      return;
    }
    shareGap(text, folded.spanOf(at, place), pending, spans);
    pending = [];
    lost = false;
    spans[i] = folded.spanOf(place, place + form.length);
    at = place + form.length;
  });
  shareGap(text, folded.spanOf(at, folded.text.length), pending, spans);
  return spans;
}

/**
 * Where the piece lies: right here, or, where something may lie before it, the first place at which the known pieces after it follow too,
 * or else the first at all. A tokenizer also drops what it knows no piece for (an emoji): then all that follows must agree, not far off.
 */
function placeOf(text: string, forms: readonly string[], i: number, at: number, uncertain: boolean): number {
  const form = forms[i] as string;
  if (form === "") return -1;
  if (!uncertain && text.startsWith(form, at)) return at;
  let tail = "";
  for (let n = i; n < Math.min(forms.length, i + 1 + LOOK_AHEAD) && forms[n] !== ""; n++) tail += forms[n];
  if (!uncertain) {
    const near = text.slice(at, at + DROPPED + tail.length).indexOf(tail);
    return near < 0 ? -1 : at + near;
  }
  const whole = text.indexOf(tail, at);
  return whole >= 0 ? whole : text.indexOf(form, at);
}

/** What lies between two pieces that were found is what the unknown ones between them stand for: word by word, or, for the bytes of one, all of it for each. */
function shareGap(text: string, gap: Span | null, pending: readonly number[], spans: (Span | null)[]): void {
  if (gap === null || pending.length === 0) return;
  const words = [...text.slice(gap.start, gap.end).matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)].map(
    ({ index, 0: { length } }) => ({ start: gap.start + index, end: gap.start + index + length }),
  );
  if (words.length > pending.length) return;
  pending.forEach((piece, i) => {
    spans[piece] = words.length === pending.length ? (words[i] as Span) : gap;
  });
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{C}\p{Z}\u2581\uFFFD]/gu, "");
}

/** The folded text, and the way back. */
function foldText(text: string): { readonly text: string; spanOf(from: number, to: number): Span | null } {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = "";
  for (let i = 0; i < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(i) as number);
    const form = fold(character);
    folded += form;
    for (let n = 0; n < form.length; n++) {
      starts.push(i);
      ends.push(i + character.length);
    }
    i += character.length;
  }
  return {
    text: folded,
    spanOf: (from, to) => (to > from ? { start: starts[from] as number, end: ends[to - 1] as number } : null),
  };
}
