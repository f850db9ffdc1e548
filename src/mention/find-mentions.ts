import type { Article, MentionDraft, Sentence, Tagger, Token } from "../core/types.js";

/** What the tagger proposes, in text order. DATE and TIME drafts stay: a later stage joins them with the timexes. */
export function findMentions(
  text: string,
  _article: Article,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  tagger: Tagger,
): MentionDraft[] {
  return [...tagger.tag(text, sentences, tokens)];
}
