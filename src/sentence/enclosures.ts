/**
 * Where each quotation and bracket of a stretch closes, so that a full stop inside one need not end the sentence around it.
 *
 * Shapes  stretch → Map from the offset of an opening character to the offset of its closing one.
 * Units   UTF-16 code units of the stretch. A pair further apart than its limit is no pair: an unclosed quote swallows nothing.
 */
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
const CLOSING = new Map(PAIRS.map(([open, close, limit]) => [close, { open, limit }]));

const BEFORE_OPENING_QUOTE = /[\s([{“‘·,=/]/;

const MARKS = /["'“”‘’「」『』｢｣《》〈〉()[\]]/g;

export function findEnclosures(text: string): Map<number, number> {
  const closeOf = new Map<number, number>();
  const lastOpen = new Map<string, number>();
  for (const { 0: char, index: i } of text.matchAll(MARKS)) {
    const open = lastOpen.get(char);
    if (char === '"') {
      // A straight quote opens after a space or at the start, and closes otherwise.
      const empty = open !== undefined && i - open < 3;
      if (open !== undefined && i - open <= QUOTE_LIMIT && !(empty && opensHere(text, i) && text[i + 1] !== " ")) {
        closeOf.set(open, i);
        lastOpen.delete(char);
      } else lastOpen.set(char, i);
    } else if (char === "'") {
      if (open !== undefined && i - open <= TITLE_LIMIT) {
        closeOf.set(open, i);
        lastOpen.delete(char);
      } else if (opensHere(text, i) && /[^\d\s]/.test(text[i + 1] ?? " ")) lastOpen.set(char, i);
    } else {
      const closing = CLOSING.get(char);
      if (!closing) {
        lastOpen.set(char, i);
        continue;
      }
      const from = lastOpen.get(closing.open);
      if (from === undefined) continue;
      if (i - from <= closing.limit) closeOf.set(from, i);
      lastOpen.delete(closing.open);
    }
  }
  return closeOf;
}

function opensHere(text: string, at: number): boolean {
  return at === 0 || BEFORE_OPENING_QUOTE.test(text[at - 1] as string);
}
