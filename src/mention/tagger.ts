import type { MentionDraft, MentionType, Tagger } from "../core/types.js";
import type { FineQuery, Network } from "../model/network.js";
import { cutPieces, type PlacedPiece, packChunks, runChunk } from "./chunks.js";
import { Vocabulary } from "./features.js";

/** A decoded span before it has its fine class. Units: offsets into the text; `query` holds rows of the chunk. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly query: FineQuery;
}

/**
 * Least probability of a span's two edges, first label times last, for it to be proposed. The best path holds spans that are wrong more often than
 * right; F1 is best without them. Chosen on the dev files, where it gives 1 to 2 points; the rarer types, short of recall, gain nothing.
 */
const LEAST_CERTAINTY: Readonly<Partial<Record<MentionType, number>>> = {
  PERSON: 0.14,
  LOCATION: 0.14,
  ORGANIZATION: 0.14,
  TITLE: 0.14,
  QUANTITY: 0.14,
  LAW: 0.06,
};
const SCORE_STEPS = 10_000;
const WHITE_SPACE = /\s/;

/**
 * The tagger over a network. It is pure to its callers: what it keeps between calls is scratch memory, written before it is read.
 *
 * Shapes  a token or sentence that lies outside the text, runs backwards or overlaps its neighbour is passed over.
 */
export function createTagger(network: Network): Tagger {
  const { header, maxTokens, maxCharacters } = network;
  const vocabulary = new Vocabulary(header);
  return {
    name: header.name,
    bySentence: true,
    tag(text, sentences, tokens) {
      const drafts: MentionDraft[] = [];
      const inside = usableSpans(sentences, text.length);
      const usable = usableSpans(tokens, text.length);
      const pieces = cutPieces(inside, usable, maxTokens, maxCharacters);
      for (const chunk of packChunks(pieces, maxTokens, maxCharacters)) {
        const placed = runChunk(network, vocabulary, text, usable, chunk);
        const found = placed.flatMap((piece) => decodePiece(network, text, piece));
        const fine = network.fine(found.map(({ query }) => query));
        found.forEach(({ start, end, score, query }, i) => {
          const type = header.types[query.type]!;
          drafts.push({ start, end, text: text.slice(start, end), type, fine: header.fine[fine[i]!] ?? "", score });
        });
      }
      return drafts;
    },
  };
}

function decodePiece(network: Network, text: string, { start, end, row }: PlacedPiece): Found[] {
  const found: Found[] = [];
  const path = network.decode(row, row + end - start);
  for (let i = 0; i < path.length; i++) {
    const label = path[i]!;
    if (label === 0) continue;
    const opened = i;
    // B, I, E, S of a type follow each other; the decoder ends every B with an E.
    if ((label - 1) % 4 === 0) while (i + 1 < path.length && (path[i]! - 1) % 4 !== 2) i++;
    let [from, to] = [opened, i + 1];
    while (from < to && WHITE_SPACE.test(text[start + from]!)) from++;
    while (to > from && WHITE_SPACE.test(text[start + to - 1]!)) to--;
    if (from === to) continue;
    const type = Math.floor((label - 1) / 4);
    const certainty = probabilities(network, path, row, from, to);
    if (certainty.edges < (LEAST_CERTAINTY[network.header.types[type]!] ?? 0)) continue;
    found.push({
      start: start + from,
      end: start + to,
      score: calibrate(certainty.mean, network.header.calibration),
      query: { ...ownersOf(network, row + from, row + to), type },
    });
  }
  return found;
}

/** Of the labels at [from, to) of a path whose first character is in row `row`: their mean probability, and the first's times the last's. */
function probabilities(network: Network, path: Uint8Array, row: number, from: number, to: number) {
  const each = network.probabilities(row + from, path.subarray(from, to));
  let sum = 0;
  for (let n = 0; n < each.length; n++) sum += each[n]!;
  return { mean: sum / each.length, edges: each[0]! * each.at(-1)! };
}

/** Tokens of the first and last character that has one. */
function ownersOf({ input: { owners } }: Network, from: number, to: number): Omit<FineQuery, "type"> {
  let first = from;
  while (first < to - 1 && owners[first]! < 0) first++;
  let last = to - 1;
  while (last > first && owners[last]! < 0) last--;
  return { from, to, firstToken: owners[first]!, lastToken: owners[last]! };
}

/** Reads the piecewise-linear map at `raw`; the identity where it is empty. */
function calibrate(raw: number, corners: readonly (readonly [number, number])[]): number {
  let calibrated = raw;
  const above = corners.findIndex(([x]) => x >= raw);
  if (above === 0) calibrated = corners[0]![1];
  else if (above > 0) {
    const [x0, y0] = corners[above - 1]!;
    const [x1, y1] = corners[above]!;
    calibrated = y0 + ((raw - x0) / (x1 - x0)) * (y1 - y0);
  } else if (corners.length > 0) calibrated = corners.at(-1)![1];
  return Math.round(calibrated * SCORE_STEPS) / SCORE_STEPS;
}

/** The same array where every span lies in the text and none overlaps the one before it. */
function usableSpans<S extends { readonly start: number; readonly end: number }>(
  spans: readonly S[],
  length: number,
): readonly S[] {
  let reached = 0;
  const isUsable = ({ start, end }: S) => {
    if (!(start >= reached && end > start && end <= length)) return false;
    reached = end;
    return true;
  };
  if (spans.every(isUsable)) return spans;
  reached = 0;
  return spans.filter(isUsable);
}
