import type { Chunk } from "../core/chunks.js";
import type { Token } from "../core/types.js";

/** Whether a token's tag begins with `tag`. */
export const starts = (token: Token | undefined, tag: string) => token?.pos.startsWith(tag) ?? false;
export const isNominal = (token: Token | undefined) =>
  token !== undefined && /^(?:NNG|NNP|XR|XSN|XPN|SL|SN|NNB|NR|MM)/.test(token.pos) && !/J/.test(token.pos);
export const isStop = (token: Token | undefined) => token !== undefined && /^S[FCEPY]/.test(token.pos);

/** Last token of the chunk that is no punctuation. */
export function lastWord(tokens: readonly Token[], chunk: Chunk): number {
  let i = chunk.last;
  while (i > chunk.first && isStop(tokens[i])) i--;
  return i;
}

/** A particle: its tag, and its surface; both empty where there is none. */
export interface Particle {
  readonly tag: string;
  readonly text: string;
}

const NO_PARTICLE: Particle = { tag: "", text: "" };

/** The particle that a chunk ends with. */
export function particleOf(tokens: readonly Token[], chunk: Chunk): Particle {
  const token = tokens[lastWord(tokens, chunk)];
  return token && /^J/.test(token.pos) ? { tag: token.pos, text: token.text } : NO_PARTICLE;
}

/** The noun that a chunk is headed by: the run of nominal tokens before its particles. */
export function nounOf(tokens: readonly Token[], chunk: Chunk): { text: string; first: number; last: number } | null {
  let last = lastWord(tokens, chunk);
  while (last >= chunk.first && /^(?:J|VCP)/.test(tokens[last]?.pos ?? "")) last--;
  let first = last;
  while (first >= chunk.first && isNominal(tokens[first])) first--;
  first++;
  if (first > last) return null;
  let text = "";
  for (let i = first; i <= last; i++) text += tokens[i]?.text ?? "";
  return { text, first, last };
}

/** Index of the token that heads the chunk's predicate, or -1. An auxiliary heads it only where it stands alone: 치러|지는 is 치르다. */
export function predicateOf(tokens: readonly Token[], chunk: Chunk): number {
  let auxiliary = -1;
  for (let i = chunk.last; i >= chunk.first; i--) {
    const token = tokens[i];
    if (starts(token, "VX")) auxiliary = i;
    else if (/^(?:VV|VA|VC|XSV|XSA)/.test(token?.pos ?? "")) return i;
  }
  return auxiliary;
}
