import { readSource, restoreOffsets } from "./core/source.js";
import type { Article, Sentence, Timex } from "./core/types.js";
import type { Lexicon } from "./lexicon/lexicon.js";
import { findTimexes } from "./timex/find-timexes.js";
import { tokenize } from "./token/tokenize.js";

/** The first time expression of a short text read against a reference day; null where there is none. Nothing but the time stages runs. */
export function parseTime(expression: string, reference: string, lexicon: Lexicon): Timex | null {
  const ignore = () => {};
  const source = readSource(expression, ignore);
  const { text } = source;
  const whole = { start: 0, end: text.length };
  const article: Article = {
    subheadlines: [],
    bylines: [],
    captions: [],
    body: [whole],
    boilerplate: [],
    publishedAt: { value: reference, source: "given" },
  };
  const sentences: Sentence[] = [{ ...whole, part: "body" }];
  const tokens = tokenize(text, sentences, lexicon);
  const timexes = findTimexes(text, article, sentences, tokens, [], ignore);
  const nothing = { mentions: [], entities: [], relations: [], events: [], quotes: [], diagnostics: [] };
  const meta = { gisa: "", lexicon: "", model: "" };
  const doc = restoreOffsets(source, { language: "kor", article, sentences, tokens: [], timexes, ...nothing, meta });
  return doc.timexes[0] ?? null;
}
