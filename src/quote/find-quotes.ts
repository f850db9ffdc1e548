import type { Entity, Mention, Quote, Sentence, Token } from "../core/types.js";

/** Finds quotes and who said them. */
export function findQuotes(
  _text: string,
  _sentences: readonly Sentence[],
  _tokens: readonly Token[],
  _mentions: readonly Mention[],
  _entities: readonly Entity[],
): Quote[] {
  return [];
}
