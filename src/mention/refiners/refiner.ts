import type { MentionDraft, Sentence, Token } from "../../core/types.js";

/** What a refiner may look at beside the drafts. */
export interface Scene {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
}

/**
 * Merges, drops, cuts, retypes or adds drafts; never looks for a kind of name of its own.
 *
 * Shapes  drafts in text order that do not overlap → the same.
 */
export type Refiner = (drafts: readonly MentionDraft[], scene: Scene) => readonly MentionDraft[];

/** The draft over another span of the text. */
export function withSpan(draft: MentionDraft, start: number, end: number, text: string): MentionDraft {
  return start === draft.start && end === draft.end ? draft : { ...draft, start, end, text: text.slice(start, end) };
}

/** Index of the first token that ends after `offset`. */
export function tokenAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
