import type { Article, Sentence } from "../core/types.js";

export function splitSentences(text: string, article: Article): Sentence[] {
  const sentences: Sentence[] = [];
  for (const part of article.body)
    for (const m of text.slice(part.start, part.end).matchAll(/\S(?:[^\n]*?)(?:[다요][.!?](?=\s)|$)/g))
      sentences.push({ start: part.start + m.index, end: part.start + m.index + m[0].length, part: "body" });
  return sentences;
}
