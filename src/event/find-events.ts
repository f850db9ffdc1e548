import type { Article, Entity, EventDate, Mention, Sentence, Timex, Token } from "../core/types.js";

/** Joins triggers to the dates that they happen on. */
export function findEvents(
  _text: string,
  _article: Article,
  _sentences: readonly Sentence[],
  _tokens: readonly Token[],
  _mentions: readonly Mention[],
  _timexes: readonly Timex[],
  _entities: readonly Entity[],
): EventDate[] {
  return [];
}
