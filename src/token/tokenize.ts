import type { Sentence, Token } from "../core/types.js";
import { lemmaOf } from "../lexicon/kinds.js";
import type { Lexicon } from "../lexicon/lexicon.js";

/**
 * Cuts each sentence into morphemes.
 *
 * Shapes  in: the text and its sentences, in order. out: tokens, in order, without overlap; none crosses a sentence, none is white space.
 * Units   UTF-16 code units of `text`.
 */
export function tokenize(text: string, sentences: readonly Sentence[], lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  for (const sentence of sentences) {
    const morphemes = lexicon.segment(text, sentence.start, sentence.end);
    for (let i = 0; i < morphemes.length; i += 3) {
      const start = morphemes[i] as number;
      const end = morphemes[i + 1] as number;
      const feature = lexicon.featureOf(morphemes[i + 2] as number);
      const surface = text.slice(start, end);
      const { pos, semantic } = feature;
      const lemma = lemmaOf(surface, feature);
      tokens.push(
        semantic === undefined
          ? { start, end, text: surface, pos, lemma }
          : { start, end, text: surface, pos, lemma, semantic },
      );
    }
  }
  return tokens;
}
