import { firstWhere } from "../core/search.js";
import type { Mention, MentionType } from "../core/types.js";
import type { Attachment } from "./attach.js";
import { happensTo } from "./trigger-kinds.js";

const ACTORS: ReadonlySet<MentionType> = new Set(["PERSON", "ORGANIZATION", "EVENT"]);
const PLACES: ReadonlySet<MentionType> = new Set(["LOCATION", "ORGANIZATION"]);

/** Particles, and what may stand between a name and its particle: titles, ages in brackets. */
const SUBJECT = /^(?:이|가|께서)(?![가-힣])/;
const TOPIC = /^(?:은|는|에서는|도)(?![가-힣])/;
const COMITATIVE = /^(?:과|와|이랑|랑|하고)(?![가-힣])/;
const OBJECT = /^(?:을|를)(?![가-힣])/;
const PLACE = /^(?:에서|에|으로|로)(?:는|도)?(?![가-힣])/;
/** A venue may stand some nouns before its particle: 명동 은행회관 국제회의실에서. */
const VENUE = /^\s?(?:[가-힣0-9]{1,8}(?<![은는을를]|[가-힣]의)\s){0,2}[가-힣0-9]{1,8}에서(?:는|도)?(?![가-힣])/;
const LATER_COMITATIVE = /^\s[가-힣]{2,8}(?:과|와)(?=\s)/;
const AFTER_NAME =
  /^(?:\s?\([^()\n]{1,24}\))?(?:\s?(?:씨|군|양|의원|대표|회장|장관|총리|대통령|감독|시장|지사|위원장|교수|사장|청장|원장|선수|후보|국장|실장|팀장|소장|이사장|총장|부장|차장|과장|등|측|일행))?/;

/** What may stand between a name and its title: 견우석(60) 전 소장. */
const BEFORE_TITLE = /^(?:\([^()\n]{1,24}\))?\s?(?:(?:전|前|현|신임|당시)\s)?$/;

type Role = "subject" | "topic" | "comitative" | "object" | "place" | "listed" | "none";

const isSubject = (role: Role | undefined): boolean => role === "subject" || role === "topic";

/** How far after a name its particle is looked for, in characters. */
const PARTICLE_REACH = 36;

/** What part a name plays in its clause, by the particle that follows it and its title. */
export function roleOf(text: string, mentions: readonly Mention[], index: number): Role {
  const mention = mentions[index] as Mention;
  let end = mention.end;
  // A title mention right after a name carries the name's particle: 김경일 파주시장은.
  for (let i = index + 1; i < mentions.length && i <= index + 3; i++) {
    const next = mentions[i] as Mention;
    if (isAge(text, end, next)) continue;
    if (!BEFORE_TITLE.test(text.slice(end, Math.min(next.start, end + PARTICLE_REACH)))) break;
    if (next.type === "TITLE" || (mention.type === "PERSON" && next.type === "ORGANIZATION")) end = next.end;
  }
  const rest = text.slice(end, end + PARTICLE_REACH);
  const tail = rest.slice(AFTER_NAME.exec(rest)?.[0].length ?? 0);
  const glued = /^[가-힣]/.test(rest) && tail === rest ? rest : tail;
  // 박도윤 가온시 시장은: he is meant, not the city.
  const before = mentions[index - 1];
  if (end > mention.end && mention.type !== "PERSON" && before?.type === "PERSON" && mention.start - before.end <= 1)
    return "none";
  if (mention.type === "LOCATION" && PLACE.test(glued)) return "place";
  if (SUBJECT.test(glued)) return "subject";
  if (TOPIC.test(glued)) return "topic";
  if (COMITATIVE.test(glued)) return "comitative";
  if (OBJECT.test(glued)) return "object";
  if (PLACE.test(glued)) return "place";
  if (VENUE.test(glued)) return "place";
  if (LATER_COMITATIVE.test(glued)) return "comitative";
  return /^\s?[·,]/.test(glued) ? "listed" : "none";
}

/** Whether the mention is the age in brackets right after a name that ends at `end`. */
function isAge(text: string, end: number, { type, start }: Mention): boolean {
  return type === "QUANTITY" && start === end + 1 && text[end] === "(";
}

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
      } else if (inside && (role === "comitative" || role === "object")) add(id);
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
