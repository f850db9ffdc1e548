import type { Article, Entity, EventDate, Mention, Sentence, Timex, Tokens } from "../core/types.js";
import { attach } from "./attach.js";
import { mergeEvents } from "./merge.js";
import { participantsOf } from "./participants.js";
import { buildScenes } from "./scenes.js";
import { statusOf } from "./status.js";

/**
 * Joins the words that say what happens to the days that it happens on.
 *
 * Shapes  in: the layers of one article. out: events in text order of their triggers, one for each real event and date.
 * Units   spans are UTF-16 code units of `text`, half-open; `date` is inclusive civil dates.
 * Errors  text never throws.
 * Source  docs/events.md.
 */
export function findEvents(
  text: string,
  article: Article,
  sentences: readonly Sentence[],
  tokens: Tokens,
  mentions: readonly Mention[],
  timexes: readonly Timex[],
  entities: readonly Entity[],
): EventDate[] {
  const entityOf = new Map<string, string>();
  for (const entity of entities) for (const id of entity.mentions) entityOf.set(id, entity.id);
  const events: EventDate[] = [];
  for (const attachment of attach(buildScenes(text, article, sentences, tokens, mentions, timexes))) {
    const { scene, placed, candidate } = attachment;
    const { group } = placed;
    const closing = scene.candidates.findLast((other) => other.form === "verb" && other.quote === candidate.quote);
    const from =
      scene.chunks[Math.max(0, Math.min(placed.firstChunk, candidate.firstChunk) - 2)]?.start ?? candidate.start;
    const status = statusOf(
      group,
      candidate,
      // 3일 회의를 열고 분만실을 두기로 했다: what was decided is to come, what was done before is not.
      closing?.tail === "기로" && /[고며]$/.test(text.slice(candidate.start, candidate.end))
        ? "past"
        : (closing?.tense ?? "none"),
      scene.published,
      text.slice(from, candidate.start),
    );
    events.push({
      id: "",
      trigger: { start: candidate.start, end: candidate.end, text: text.slice(candidate.start, candidate.end) },
      kind: candidate.kind,
      timex: group.timex,
      date: { from: group.from, to: group.to },
      status,
      ...participantsOf(attachment, entityOf),
    });
  }
  return mergeEvents(events).map((event, index) => ({ ...event, id: `v${index + 1}` }));
}
