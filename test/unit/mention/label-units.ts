import type { Sentence, Token } from "../../../src/core/types.js";
import { cutPieces, packChunks, runChunk } from "../../../src/mention/chunks.js";
import { Vocabulary } from "../../../src/mention/features.js";
import type { Network } from "../../../src/model/network.js";

/** The label of every UTF-16 unit: 0 is O, then B I E S of each type; −1 outside sentences. */
export function labelUnits(
  network: Network,
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
): Int16Array {
  const labels = new Int16Array(text.length).fill(-1);
  const vocabulary = new Vocabulary(network.header);
  const pieces = cutPieces(sentences, tokens, network.maxTokens, network.maxCharacters);
  for (const chunk of packChunks(pieces, network.maxTokens, network.maxCharacters))
    for (const { start, end, row } of runChunk(network, vocabulary, text, tokens, chunk))
      labels.set(network.decode(row, row + end - start), start);
  return labels;
}

/** Sentences and tokens of a text by a rule that needs no lexicon: lines, and runs of one script cut at most four units long. */
export function roughLayers(text: string): { sentences: Sentence[]; tokens: Token[] } {
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    const sentence: Sentence = { start: line.index, end: line.index + line[0].length, part: "body" };
    sentences.push(sentence);
    for (const word of line[0].matchAll(/[가-힣]{1,4}|[0-9]{1,4}|[A-Za-z]{1,4}|\S/g)) {
      const start = sentence.start + word.index;
      const pos = ["NNG", "NNP", "JX", "SN", "XSV+EF", "ZZ"][(word[0].charCodeAt(0) + word[0].length) % 6]!;
      tokens.push({ start, end: start + word[0].length, text: word[0], pos, lemma: word[0] });
    }
  }
  return { sentences, tokens };
}
