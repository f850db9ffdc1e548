/**
 * Where each quotation and bracket of a stretch closes, so that a full stop inside one need not end the sentence around it.
 *
 * Shapes  text, span → Map from the offset of an opening character to the offset of its closing one.
 * Units   UTF-16 code units of the whole text. A pair further apart than its limit is no pair: an unclosed quote swallows nothing.
 */
import type { Span } from "../core/types.js";

/** Longest quotation that is kept in one sentence. */
const QUOTE_LIMIT = 400;
const BRACKET_LIMIT = 200;
/** 'Title' in straight quotes: short, so that an apostrophe ('22년) pairs with nothing far away. */
const TITLE_LIMIT = 60;

const PAIRS: readonly (readonly [open: string, close: string, limit: number])[] = [
  ["“", "”", QUOTE_LIMIT],
  ["‘", "’", QUOTE_LIMIT],
  ["「", "」", BRACKET_LIMIT],
  ["『", "』", BRACKET_LIMIT],
  ["｢", "｣", BRACKET_LIMIT],
  ["《", "》", BRACKET_LIMIT],
  ["〈", "〉", BRACKET_LIMIT],
  ["(", ")", BRACKET_LIMIT],
  ["[", "]", BRACKET_LIMIT],
];
const OPENING = new Map(PAIRS.map(([open, close, limit]) => [open, { close, limit }]));
const CLOSING = new Map(PAIRS.map(([open, close, limit]) => [close, { open, limit }]));

const BEFORE_OPENING_QUOTE = /[\s([{“‘·,=/]/;

export function findEnclosures(text: string, { start, end }: Span): Map<number, number> {
  const closeOf = new Map<number, number>();
  const lastOpen = new Map<string, number>();
  for (let i = start; i < end; i++) {
    const char = text[i] as string;
    if (char === '"') {
      // A straight quote opens after a space or at the start, and closes otherwise.
      const open = lastOpen.get(char);
      const opens = i === start || BEFORE_OPENING_QUOTE.test(text[i - 1] as string);
      if (
        open !== undefined &&
        i - open <= QUOTE_LIMIT &&
        !(opens && i + 1 < end && text[i + 1] !== " " && i - open < 3)
      ) {
        closeOf.set(open, i);
        lastOpen.delete(char);
      } else lastOpen.set(char, i);
    } else if (char === "'") {
      const open = lastOpen.get(char);
      if (open !== undefined && i - open <= TITLE_LIMIT) {
        closeOf.set(open, i);
        lastOpen.delete(char);
      } else if (i === start || BEFORE_OPENING_QUOTE.test(text[i - 1] as string)) {
        if (/[^\d\s]/.test(text[i + 1] ?? " ")) lastOpen.set(char, i);
      }
    } else if (OPENING.has(char)) {
      lastOpen.set(char, i);
    } else {
      const closing = CLOSING.get(char);
      const open = closing && lastOpen.get(closing.open);
      if (closing && open !== undefined) {
        if (i - open <= closing.limit) closeOf.set(open, i);
        lastOpen.delete(closing.open);
      }
    }
  }
  return closeOf;
}
