import type { Article, MentionDraft, Report, Sentence, Timex, Token } from "../core/types.js";

/** Finds every time expression of a text and resolves it against the publication date. */
export function findTimexes(
  _text: string,
  _article: Article,
  _sentences: readonly Sentence[],
  _tokens: readonly Token[],
  _mentions: readonly MentionDraft[],
  _report: Report,
): Timex[] {
  return [];
}
