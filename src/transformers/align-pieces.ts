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

export function alignPieces(text: string, pieces: readonly Piece[]): (Span | null)[] {
  const folded = foldText(text);
  const forms = pieces.map(({ word }) => (UNKNOWN.test(word.trim()) ? "" : fold(word.trim().replace(MARKS, ""))));
  const spans: (Span | null)[] = pieces.map(() => null);
  let at = 0;
  let pending: number[] = [];
  forms.forEach((form, i) => {
    const before = pieces[i - 1]?.index;
    const { index } = pieces[i] as Piece;
    const skipped = index === undefined || (before === undefined ? index > 1 : index !== before + 1);
    const place =
      form === ""
        ? -1
        : skipped || pending.length > 0
          ? findAhead(folded.text, forms, i, at)
          : startsAt(folded.text, form, at);
    if (place < 0) {
      pending.push(i);
      return;
    }
    shareGap(text, folded.spanOf(at, place), pending, spans);
    pending = [];
    spans[i] = folded.spanOf(place, place + form.length);
    at = place + form.length;
  });
  shareGap(text, folded.spanOf(at, folded.text.length), pending, spans);
  return spans;
}

const startsAt = (text: string, form: string, at: number) => (text.startsWith(form, at) ? at : -1);

/** The first place from `at` on where the piece lies and the known pieces right after it follow; else the first where it lies. */
function findAhead(text: string, forms: readonly string[], i: number, at: number): number {
  const first = text.indexOf(forms[i] as string, at);
  let tail = "";
  for (let next = i; next < Math.min(forms.length, i + 1 + LOOK_AHEAD) && forms[next] !== ""; next++)
    tail += forms[next];
  const whole = text.indexOf(tail, at);
  return whole >= 0 ? whole : first;
}

/** What lies between two pieces that were found is what the unknown ones between them stand for: word by word, or all of it for each. */
function shareGap(text: string, gap: Span | null, pending: readonly number[], spans: (Span | null)[]): void {
  if (gap === null || pending.length === 0) return;
  const words = [...text.slice(gap.start, gap.end).matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)].map(
    ({ index, 0: { length } }) => ({ start: gap.start + index, end: gap.start + index + length }),
  );
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
