/**
 * Finds every time expression of a text and resolves it.
 *
 * Shapes  in: the text, its sentences, the publication date in `article`, the tagger's drafts. out: timexes, sorted by start, without overlaps, t1, t2, …
 * Units   spans are UTF-16 code units of `text`, half-open. Dates are civil dates, clock times minutes, both in Asia/Seoul.
 * Errors  none. "timex/no-such-day" for 2월 30일; "timex/no-reference", once, where relative expressions stay open for want of a publication date.
 */
import { type CivilDate, parseDate } from "../core/civil-date.js";
import type { Article, MentionDraft, Report, Sentence, Timex } from "../core/types.js";
import { compose } from "./refiners/compose.js";
import { beforeTitle, inTitle, nameReader } from "./refiners/drop-named.js";
import { joinRanges } from "./refiners/join-ranges.js";
import { type Placed, resolveAll } from "./resolve/resolve.js";
import { scan } from "./scan.js";

export function findTimexes(
  text: string,
  article: Pick<Article, "publishedAt">,
  sentences: readonly Sentence[],
  mentions: readonly MentionDraft[],
  report: Report,
): Timex[] {
  const reference: CivilDate | null = article.publishedAt ? parseDate(article.publishedAt.value) : null;
  return resolveAll(text, placedIn(text, sentences, mentions), sentences, reference, report);
}

/** The expressions of a text, sentence by sentence: no more of them are in memory than one sentence has. */
function* placedIn(text: string, sentences: readonly Sentence[], mentions: readonly MentionDraft[]): Generator<Placed> {
  const isNamed = nameReader(mentions);
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const { start, end } = sentences[sentence] as Sentence;
    const pieces = scan(text, start, end);
    if (pieces.length === 0) continue;
    for (const candidate of joinRanges(text, compose(text, pieces)))
      if (!isNamed(candidate) && !inTitle(text, candidate) && !beforeTitle(text, candidate))
        yield { candidate, sentence };
  }
}
