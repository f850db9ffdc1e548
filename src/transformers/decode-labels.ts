import type { Span } from "../core/types.js";

export interface LabelledPiece {
  /** `B-PS`, `PS-B`, `I-PS`, `S-PS` …, or a tag alone. */
  readonly label: string;
  readonly score: number;
  readonly index?: number | undefined;
  readonly span: Span | null;
}

export interface TaggedSpan extends Span {
  readonly tag: string;
  /** Mean of the pieces. */
  readonly score: number;
}

const PREFIXED = /^(?<position>[BIESLU])[-_](?<tag>.+)$/u;
const SUFFIXED = /^(?<tag>.+)[-_](?<position>[BIESLU])$/u;

/** A label's tag, and its position in a name where it states one. */
export function readLabel(label: string): { readonly tag: string; readonly position?: string } {
  const groups = (PREFIXED.exec(label) ?? SUFFIXED.exec(label))?.groups;
  return groups ? { tag: groups["tag"] as string, position: groups["position"] as string } : { tag: label };
}

/** Joins the labels of pieces to spans: BIO, BIOES and BILOU, the letter before or after, or tags alone. Never throws; an I without a B opens a span. */
export function decodeLabels(pieces: readonly LabelledPiece[]): TaggedSpan[] {
  const found: { tag: string; start: number; end: number; scores: number[] }[] = [];
  let open: string | null = null;
  let before: number | undefined;
  for (const { label, score, index, span } of pieces) {
    const { tag, position } = readLabel(label);
    const follows = index === undefined || before === undefined || index === before + 1;
    before = index;
    if (tag === "O" || span === null) {
      open = tag === "O" ? null : open;
      continue;
    }
    const goesOn = position === undefined ? follows && index !== undefined : !/[BSU]/.test(position);
    const last = found.at(-1);
    if (goesOn && open === tag && last !== undefined && span.end >= last.end) {
      last.end = span.end;
      last.scores.push(score);
    } else if (last === undefined || span.start >= last.end) found.push({ tag, ...span, scores: [score] });
    open = position !== undefined && /[ESLU]/.test(position) ? null : tag;
  }
  return found.map(({ tag, start, end, scores }) => ({
    tag,
    start,
    end,
    score: scores.reduce((sum, score) => sum + score, 0) / scores.length,
  }));
}
