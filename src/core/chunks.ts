import type { Span, Token } from "./types.js";

/**
 * An eojeol, cut also around quotation marks and brackets, so that `“…했다”고` gives a quoted chunk and the particle after it.
 *
 * Units  `start`/`end` are UTF-16 code units of the text; `first`/`last` index the tokens of the sentence, both inclusive.
 */
export interface Chunk extends Span {
  readonly first: number;
  readonly last: number;
  /** 0 outside quotation marks, else the number of the quotation within the sentence. */
  readonly quote: number;
  /** Inside round or square brackets. */
  readonly bracketed: boolean;
}

const OPENING = new Set(["“", "‘", "「", "『", "《", "〈"]);
const CLOSING = new Set(["”", "’", "」", "』", "》", "〉"]);
/** Only speech is set apart: what stands in “ ”. Titles in ‘ ’ stay in their clause. */
const SPEECH_OPENING = "“";
const SPEECH_CLOSING = "”";

/** Cuts the tokens of one sentence into chunks. Linear in the number of tokens. */
export function chunkTokens(tokens: readonly Token[]): Chunk[] {
  const chunks: Chunk[] = [];
  let quote = 0;
  let quotes = 0;
  let straight = false;
  let depth = 0;
  let open = -1;
  const close = (last: number) => {
    const head = tokens[open];
    const tail = tokens[last];
    if (head && tail) chunks.push({ start: head.start, end: tail.end, first: open, last, quote, bracketed: depth > 0 });
    open = -1;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const previous = tokens[i - 1];
    if (previous && previous.end < token.start) close(i - 1);
    const mark = token.text;
    const bracket = mark === "(" || mark === "[";
    const unbracket = mark === ")" || mark === "]";
    if (OPENING.has(mark) || CLOSING.has(mark) || mark === '"' || bracket || unbracket) {
      close(i - 1);
      // “간다"고: the straight mark closes, as it follows the word at once.
      const isClosing = quote > 0 && previous?.end === token.start;
      if (mark === SPEECH_OPENING || (mark === '"' && !straight && !isClosing)) {
        quote = ++quotes;
        straight = mark === '"';
      } else if (mark === SPEECH_CLOSING || mark === '"') {
        quote = 0;
        straight = false;
      }
      if (bracket) depth++;
      if (unbracket) depth = Math.max(0, depth - 1);
      continue;
    }
    if (open < 0) open = i;
  }
  close(tokens.length - 1);
  return chunks;
}
