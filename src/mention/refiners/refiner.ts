import { firstIndex } from "../../core/search.js";
import type { MentionDraft, Sentence, Token, Tokens } from "../../core/types.js";

/** What a refiner may look at beside the drafts. */
export interface Scene {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly tokens: Tokens;
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

/** The token in which `end`, of a draft, lies or ends. */
export function lastToken(tokens: Tokens, end: number): Token | undefined {
  const index = firstIndex(tokens.length, (i) => tokens.endOf(i) >= end);
  return tokens.slice(index, index + 1)[0];
}

/** The token that a draft is, where it is one. */
export function onlyToken(tokens: Tokens, { start, end }: MentionDraft): Token | undefined {
  const token = lastToken(tokens, end);
  return token?.start === start && token.end === end ? token : undefined;
}
