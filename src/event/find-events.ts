import type { Article, Entity, EventDate, Mention, Sentence, Timex, Tokens } from "../core/types.js";
import { attach } from "./attach.js";
import { mergeEvents } from "./merge.js";
import { type Cast, castOf, participantsOf } from "./participants.js";
import type { Scene } from "./scene.js";
import { buildScenes } from "./scenes.js";
import type { Tense } from "./predicate-form.js";
import { statusOf } from "./status.js";
import type { TriggerCandidate } from "./triggers.js";

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
  const casts = new WeakMap<Scene, Cast>();
  for (const attachment of attach(buildScenes(text, article, sentences, tokens, mentions, timexes))) {
    const { scene, placed, candidate } = attachment;
    const { group } = placed;
    const trigger = text.slice(candidate.start, candidate.end);
    const closing = scene.candidates.findLast((other) => other.form === "verb" && other.quote === candidate.quote);
    const from =
      scene.chunks[Math.max(0, Math.min(placed.firstChunk, candidate.firstChunk) - 2)]?.start ?? candidate.start;
    const cast = casts.get(scene) ?? castOf(scene);
    casts.set(scene, cast);
    const status = statusOf(
      group,
      candidate,
      tenseOfClause(trigger, closing),
      scene.published,
      text.slice(from, candidate.start),
    );
    events.push({
      id: "",
      trigger: { start: candidate.start, end: candidate.end, text: trigger },
      kind: candidate.kind,
      timex: group.timex,
      date: { from: group.from, to: group.to },
      status,
      ...participantsOf(attachment, cast, entityOf),
    });
  }
  return mergeEvents(events).map((event, index) => ({ ...event, id: `v${index + 1}` }));
}

/** Tense of the sentence where a trigger has none. 3일 회의를 열고 분만실을 두기로 했다: what was decided is to come, what was done before is not. */
function tenseOfClause(trigger: string, closing: TriggerCandidate | undefined): Tense {
  return closing?.tail === "기로" && /[고며]$/.test(trigger) ? "past" : (closing?.tense ?? "none");
}
