import { findArticle } from "./article/find-article.js";
import type { AnalyzeOptions, Diagnostic, Doc, Meta, Tagger } from "./core/types.js";
import { detectLanguage } from "./core/language.js";
import { readSource, restoreOffsets } from "./core/source.js";
import { clusterEntities } from "./entity/cluster-entities.js";
import { findEvents } from "./event/find-events.js";
import type { Lexicon } from "./lexicon/lexicon.js";
import { findMentions, type MentionSettings } from "./mention/find-mentions.js";
import { joinTimexes } from "./mention/join-timexes.js";
import { findQuotes } from "./quote/find-quotes.js";
import { splitSentences } from "./sentence/split-sentences.js";
import { findTimexes } from "./timex/find-timexes.js";
import { tokenize } from "./token/tokenize.js";

export { parseTime } from "./timex/parse-time.js";

/** Everything that is loaded once and only read afterwards. */
export interface Resources extends Pick<MentionSettings, "rules"> {
  readonly lexicon: Lexicon;
  readonly tagger: Tagger;
  readonly meta: Meta;
}

/** The map of the library: every stage once, in order. Each takes the layers it needs and returns its own. */
export function analyze(given: string, options: AnalyzeOptions, { lexicon, tagger, rules, meta }: Resources): Doc {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);

  const source = readSource(given, report, options.limits);
  const language = detectLanguage(source.text, options.force ?? false, report);
  const text = language.supported ? source.text : "";
  const article = findArticle(text, options, report);
  const sentences = splitSentences(text, article);
  const tokens = tokenize(text, sentences, lexicon);
  const settings: MentionSettings = { ...(rules && { rules }), thresholds: options.thresholds ?? {} };
  const drafts = findMentions(text, article, sentences, tokens, tagger, settings);
  const timexes = findTimexes(text, article, sentences, drafts, report);
  const mentions = joinTimexes(drafts, timexes, article);
  const { entities, relations } = clusterEntities(text, article, sentences, mentions);
  const events = findEvents(text, article, sentences, tokens, mentions, timexes, entities);
  const quotes = findQuotes(text, sentences, tokens, mentions, entities);

  return restoreOffsets(source, {
    language: language.code,
    article,
    sentences,
    tokens,
    mentions,
    entities,
    relations,
    timexes,
    events,
    quotes,
    diagnostics,
    meta,
  });
}
