import type { MentionDraft, Sentence, Tokens } from "../../core/types.js";

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
