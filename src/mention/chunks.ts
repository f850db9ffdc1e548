/** Cuts an article into the sequences that the network reads, and writes them into its input. */
import type { Sentence, Token } from "../core/types.js";
import type { Network } from "../model/network.js";
import { ID } from "../model/plan-network.js";
import { POSITION, type Vocabulary } from "./features.js";

/** A sentence, or a part of one that is too long for a chunk. Units: offsets into the text; indices into the tokens, half-open. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly firstToken: number;
  readonly lastToken: number;
  /** Where the whole sentence starts and ends. */
  readonly sentence: Sentence;
}

/** A piece in its chunk. */
export interface PlacedPiece extends Piece {
  /** Row of the piece's first character. */
  readonly row: number;
}

/** Sentences with their tokens; what would fill a chunk alone is cut. A piece of n tokens and m characters has n ≤ maxTokens − 2 and m ≤ maxCharacters − 2. */
export function* cutPieces(
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  maxTokens: number,
  maxCharacters: number,
): Generator<Piece> {
  let next = 0;
  let reached = 0;
  for (const sentence of sentences) {
    // Sentences that overlap or run backwards would write one character twice.
    if (sentence.start < reached || sentence.end <= sentence.start) continue;
    reached = sentence.end;
    while (next < tokens.length && tokens[next]!.start < sentence.start) next++;
    const first = next;
    while (next < tokens.length && tokens[next]!.end <= sentence.end) next++;
    yield* cutSentence(sentence, tokens, first, next, maxTokens - 2, maxCharacters - 2);
  }
}

function* cutSentence(
  sentence: Sentence,
  tokens: readonly Token[],
  first: number,
  last: number,
  mostTokens: number,
  mostCharacters: number,
): Generator<Piece> {
  let start = sentence.start;
  let token = first;
  while (start < sentence.end) {
    let end = Math.min(sentence.end, start + mostCharacters);
    // A token that the last cut went through is met again.
    let lastToken = token;
    while (lastToken < last && lastToken - token < mostTokens && tokens[lastToken]!.start < end) lastToken++;
    const following = lastToken < last ? tokens[lastToken]!.start : sentence.end;
    end = Math.min(end, following);
    yield { start, end, firstToken: token, lastToken, sentence };
    token = lastToken > token && tokens[lastToken - 1]!.end > end ? lastToken - 1 : lastToken;
    start = end;
  }
}

/** Packs pieces into chunks, in order: as many as fit. */
export function* packChunks(pieces: Iterable<Piece>, maxTokens: number, maxCharacters: number): Generator<Piece[]> {
  let chunk: Piece[] = [];
  let rows = 1;
  let characters = 1;
  for (const piece of pieces) {
    const moreRows = piece.lastToken - piece.firstToken + 1;
    const moreCharacters = piece.end - piece.start + 1;
    if (chunk.length > 0 && (rows + moreRows > maxTokens || characters + moreCharacters > maxCharacters)) {
      yield chunk;
      chunk = [];
      rows = 1;
      characters = 1;
    }
    chunk.push(piece);
    rows += moreRows;
    characters += moreCharacters;
  }
  if (chunk.length > 0) yield chunk;
}

/** Writes a chunk's ids into the network's input and runs it. Returns where each piece's characters are. */
export function runChunk(
  network: Network,
  vocabulary: Vocabulary,
  text: string,
  tokens: readonly Token[],
  chunk: readonly Piece[],
): PlacedPiece[] {
  const { input } = network;
  const placed: PlacedPiece[] = [];
  let tokenRow = 0;
  let row = 0;
  const writeBorder = () => {
    for (const column of input.tokens) column[tokenRow] = ID.border;
    input.chars[row] = ID.border;
    input.bigrams[row] = ID.border;
    input.owners[row] = tokenRow++;
    input.positions[row++] = POSITION.border;
  };
  writeBorder();
  for (const piece of chunk) {
    placed.push({ ...piece, row });
    writeCharacters(network, vocabulary, text, piece, row);
    tokenRow = writeTokens(network, vocabulary, text, tokens, piece, row, tokenRow);
    row += piece.end - piece.start;
    writeBorder();
  }
  network.run(tokenRow, row);
  return placed;
}

function writeCharacters({ input }: Network, vocabulary: Vocabulary, text: string, piece: Piece, row: number): void {
  const { start, end, sentence } = piece;
  let unit = text.charCodeAt(start);
  for (let i = start, at = row; i < end; i++, at++) {
    const next = i + 1 < sentence.end ? text.charCodeAt(i + 1) : 0;
    input.chars[at] = vocabulary.unitId(unit);
    input.bigrams[at] = vocabulary.bigramId(unit, next);
    input.owners[at] = -1;
    input.positions[at] = POSITION.outside;
    unit = next;
  }
}

function writeTokens(
  { input }: Network,
  vocabulary: Vocabulary,
  text: string,
  tokens: readonly Token[],
  piece: Piece,
  row: number,
  firstRow: number,
): number {
  const { owners, positions } = input;
  let tokenRow = firstRow;
  for (let n = piece.firstToken; n < piece.lastToken; n++) {
    const token = tokens[n]!;
    const previous = tokens[n - 1];
    const spaceBefore = previous === undefined || previous.end !== token.start || previous.start < piece.sentence.start;
    vocabulary.writeToken(token, text, spaceBefore, input.tokens, tokenRow);
    const from = Math.max(token.start, piece.start);
    const to = Math.min(token.end, piece.end);
    for (let i = from; i < to; i++) {
      owners[row + i - piece.start] = tokenRow;
      positions[row + i - piece.start] = POSITION.inside;
    }
    if (to === token.end) positions[row + to - 1 - piece.start] = POSITION.last;
    if (from === token.start)
      positions[row + from - piece.start] = token.end - token.start === 1 ? POSITION.only : POSITION.first;
    tokenRow++;
  }
  return tokenRow;
}
