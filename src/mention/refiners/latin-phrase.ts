/**
 * In brackets after a Korean name stands its name in Latin letters, whole: (Cambridge Innovation Center, CIC) holds two, and no half of one.
 */
import type { MentionDraft } from "../../core/types.js";
import { type Refiner, withSpan } from "./refiner.js";

const PIECE = /(?<=[(,] ?)[A-Z][A-Za-z&.'’-]*(?: [A-Za-z&.'’-]+){1,9}(?=[,)])/gu;

export const wholeLatinPhrases: Refiner = (drafts, { text, sentences }) => {
  const cut = drafts.filter(({ type, text: own }) => type === "ORGANIZATION" && /^[A-Za-z]/u.test(own));
  if (cut.length === 0) return drafts;
  const phrases = sentences.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(PIECE)].map(({ index, 0: piece }) => ({
      start: start + index,
      end: start + index + piece.length,
    })),
  );
  if (phrases.length === 0) return drafts;
  const kept: MentionDraft[] = [];
  let next = 0;
  for (const draft of drafts) {
    while (next < phrases.length && phrases[next]!.end <= draft.start) next += 1;
    const phrase = phrases[next];
    const isInside = phrase !== undefined && phrase.start <= draft.start && draft.end <= phrase.end;
    const whole = isInside && draft.type === "ORGANIZATION" ? withSpan(draft, phrase.start, phrase.end, text) : draft;
    const last = kept.at(-1);
    // Two halves of one phrase.
    if (last && last.end > whole.start) {
      if (last.end < whole.end) kept[kept.length - 1] = whole;
    } else kept.push(whole);
  }
  return kept;
};
