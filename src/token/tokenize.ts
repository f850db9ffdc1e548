import type { Sentence } from "../core/types.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import { TokenTable } from "./token-table.js";

/**
 * Cuts each sentence into morphemes.
 *
 * Shapes  in: the text and its sentences, in order. out: tokens, in order, without overlap; none crosses a sentence, none is white space.
 * Units   UTF-16 code units of `text`.
 */
export function tokenize(text: string, sentences: readonly Sentence[], lexicon: Lexicon): TokenTable {
  const tokens = new TokenTable(text, lexicon);
  for (const sentence of sentences) tokens.add(lexicon.segment(text, sentence.start, sentence.end));
  return tokens;
}
