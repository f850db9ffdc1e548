import { firstWhere } from "../core/search.js";
import type { Mention, MentionType } from "../core/types.js";
import type { Attachment } from "./attach.js";
import { isSubject, type Role, roleOf } from "./roles.js";
import { happensTo } from "./trigger-kinds.js";

const ACTORS: ReadonlySet<MentionType> = new Set(["PERSON", "ORGANIZATION", "EVENT"]);
const PLACES: ReadonlySet<MentionType> = new Set(["LOCATION", "ORGANIZATION"]);

/** The names of an event's clause that take part in it, and the place of it, as entity ids. */
export function participantsOf(
  attachment: Attachment,
  entityOf: ReadonlyMap<string, string>,
): { participants: string[]; place?: string } {
  const { scene, placed, candidate } = attachment;
  const participants: string[] = [];
  let place: string | undefined;
  let subject = false;
  const clauseStart = startOfClause(scene, placed.firstChunk, candidate.chunk);
  const add = (id: string | undefined) => {
    if (id !== undefined && !participants.includes(id) && participants.length < 6) participants.push(id);
  };
  const roles = scene.mentions.map((_, index) => roleOf(scene.text, scene.mentions, index));
  // 22일 열리는 회의를: what is held is the noun that follows, not the topic of the sentence.
  const ofNoun = candidate.ending === "adnominal" && happensTo(candidate.stem);
  const spoken = candidate.quote > 0 && hasOwnSubject(attachment);
  for (let i = 0; i < scene.mentions.length; i++) {
    const mention = scene.mentions[i] as Mention;
    if (mention.role !== undefined) continue;
    const quote = quoteAt(scene, mention.start);
    if (quote !== candidate.quote && (quote > 0 || spoken)) continue;
    const inside = mention.start >= clauseStart && mention.end <= candidate.end;
    let role = roles[i] as Role;
    // Coordinated names share the particle of the last: 서울시·부산시는.
    for (let j = i; (role === "listed" || role === "comitative") && j + 1 < scene.mentions.length; j++) {
      const next = scene.mentions[j + 1] as Mention;
      if (next.start - (scene.mentions[j] as Mention).end > 12) break;
      const later = roles[j + 1] as Role;
      if (isSubject(later)) role = later;
      if (later !== "listed" && later !== "comitative") break;
    }
    const id = entityOf.get(mention.id);
    if (ACTORS.has(mention.type) && mention.end <= candidate.end) {
      const first = isSubject(role) && mention.start < candidate.start && !(ofNoun && role === "topic");
      if (first && (inside || !subject)) {
        add(id);
        subject = true;
      } else if (inside && (role === "comitative" || role === "object" || role === "recipient")) add(id);
      else if (inside && mention.type === "EVENT" && role === "none") add(id);
    } else if (ofNoun && mention.type === "EVENT" && mention.start === candidate.end + 1) {
      add(id);
    } else if (
      mention.type === "LOCATION" &&
      inside &&
      !subject &&
      isSubject(role) &&
      mention.start < candidate.start
    ) {
      // A team or a government under the name of its country.
      add(id);
      subject = true;
    }
    if (
      quote === candidate.quote &&
      PLACES.has(mention.type) &&
      inside &&
      role === "place" &&
      (mention.type === "LOCATION" || place === undefined)
    )
      place = id ?? place;
  }
  return place === undefined ? { participants } : { participants, place };
}

/** Number of the quotation that an offset of the scene stands in, 0 outside speech. */
function quoteAt({ chunks }: Attachment["scene"], offset: number): number {
  return chunks[firstWhere(chunks, ({ end }) => end > offset)]?.quote ?? 0;
}

/** Whether a clause of speech has a subject before its predicate, so that it is not what the speaker says of himself: “제2공장은 9월 준공해”. */
function hasOwnSubject({ scene: { text, chunks, candidates }, placed, candidate }: Attachment): boolean {
  for (let i = candidate.chunk - 1; i >= 0 && chunks[i]?.quote === candidate.quote; i--) {
    // 오는 28일, 열리는.
    const isNoun =
      (i < placed.firstChunk || i > placed.lastChunk) &&
      !candidates.some(({ chunk, form }) => form === "verb" && chunk === i);
    if (isNoun && /[가-힣](?:은|는|이|가)$/.test(text.slice(chunks[i]?.start, chunks[i]?.end))) return true;
  }
  return false;
}

/** Start of the clause that the time and the trigger stand in: after the last clause that ended before both. */
function startOfClause(scene: Attachment["scene"], groupChunk: number, triggerChunk: number): number {
  const first = Math.min(groupChunk, triggerChunk);
  let start = scene.chunks[0]?.start ?? 0;
  for (const other of scene.candidates) {
    if (other.form === "noun" || other.lastChunk >= first) continue;
    if (other.ending === "connective" || other.ending === "final") start = other.end;
  }
  return start;
}
