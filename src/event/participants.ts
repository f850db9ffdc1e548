import { firstWhere } from "../core/search.js";
import type { Mention, MentionType } from "../core/types.js";
import type { Attachment } from "./attach.js";
import { isSubject, type Role, roleOf } from "./roles.js";
import type { Scene } from "./scene.js";
import { happensTo } from "./trigger-kinds.js";

const ACTORS: ReadonlySet<MentionType> = new Set(["PERSON", "ORGANIZATION", "EVENT"]);
/** What may be the subject of what happens to it: 특별법이 고쳐진다, 조지함이 들어온다. */
const THINGS: ReadonlySet<MentionType> = new Set(["WORK", "LAW"]);
const PLACES: ReadonlySet<MentionType> = new Set(["LOCATION", "ORGANIZATION"]);

/** Kinds of events that two sides have against each other, which may be called by their country: 스웨덴에 졌다, 시리아를 눌렀다. */
const MATCHES: ReadonlySet<string> = new Set(["win", "lose", "play"]);

/** Kinds of events that a place takes part in as a side: 도야마시와 협약을 맺는다. */
const PACTS: ReadonlySet<string> = new Set([...MATCHES, "sign", "agree", "meet", "talk"]);

/** Kinds of events that bring somebody to a body: 등대에 왔다. */
const WAYS: ReadonlySet<string> = new Set(["move", "arrive", "visit"]);

/** The names of an event's clause that take part in it, and the place of it, as entity ids. `cast` is the scene's. */
export function participantsOf(
  attachment: Attachment,
  { roles, last }: Cast,
  entityOf: ReadonlyMap<string, string>,
): { participants: string[]; place?: string } {
  const { scene, placed, candidate } = attachment;
  const { mentions } = scene;
  const participants: string[] = [];
  let place: string | undefined;
  /** The mention before, where it is the place. */
  let placeAt = -1;
  /** The last of the coordinated names that are the subject. */
  let subject = -1;
  const clauseStart = startOfClause(scene, placed.firstChunk, candidate.chunk);
  const add = (id: string | undefined) => {
    if (id !== undefined && !participants.includes(id) && participants.length < 6) participants.push(id);
  };
  // 22일 열리는 회의를: what is held is the noun that follows, not the topic of the sentence.
  const ofNoun = candidate.ending === "adnominal" && happensTo(candidate.stem);
  const spoken = candidate.quote > 0 && hasOwnSubject(attachment);
  const ownSubject = subjectOfEmbedded(attachment);
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i] as Mention;
    if (mention.role !== undefined) continue;
    const quote = quoteAt(scene, mention.start);
    if (quote !== candidate.quote && (quote > 0 || spoken)) continue;
    const inside = mention.start >= clauseStart && mention.end <= candidate.end;
    const given = roles[i] as Role;
    const role = given === "recipient" && mention.type !== "PERSON" && WAYS.has(candidate.kind) ? "place" : given;
    const id = entityOf.get(mention.id);
    const leads =
      isSubject(role) &&
      mention.start < candidate.start &&
      !(ofNoun && role === "topic") &&
      !(role === "topic" && mention.end < ownSubject);
    if (ACTORS.has(mention.type) && mention.end <= candidate.end) {
      if (leads && (inside || subject < 0 || subject === last[i])) {
        add(id);
        subject = last[i] as number;
      } else if (inside && (role === "comitative" || role === "object" || role === "recipient")) add(id);
      else if (inside && mention.type === "EVENT" && role === "none") add(id);
      else if (role === "possessor" && candidate.form === "noun" && mention.end + 2 === candidate.start) add(id);
    } else if (THINGS.has(mention.type) && inside && role === "subject" && leads) {
      add(id);
      subject = last[i] as number;
    } else if (mention.type === "LOCATION" && inside) {
      // A team or a government under the name of its country.
      const against = MATCHES.has(candidate.kind) && (role === "object" || /^에\s/.test(scene.text.slice(mention.end)));
      const beside = role === "comitative" && last[i] === i && PACTS.has(candidate.kind);
      if ((leads && (subject < 0 || subject === last[i])) || beside || against) {
        add(id);
        if (leads) subject = last[i] as number;
        if (against) continue;
      }
    }
    if (
      quote === candidate.quote &&
      PLACES.has(mention.type) &&
      inside &&
      role === "place" &&
      !belongsBetween(attachment, mention.end) &&
      (mention.type === "LOCATION" ||
        place === undefined ||
        (placeAt === i - 1 && mention.start <= (mentions[i - 1] as Mention).end + 1))
    ) {
      place = id ?? place;
      placeAt = i;
    }
  }
  if (candidate.ending === "adnominal" && candidate.tail === "") {
    const head = headName(mentions, roles, candidate.end + 1, ofNoun);
    if (head) add(entityOf.get(head.id));
  }
  return place === undefined ? { participants } : { participants, place };
}

/** What takes no part in what happens and stands in no place. */
const ROLELESS: ReadonlySet<MentionType> = new Set(["DATE", "TIME", "QUANTITY", "OTHER"]);

/** How far apart coordinated names may stand, in characters. */
const COORDINATION_REACH = 12;

/** The roles of a scene's names, those that are coordinated by that of the last (서울시·부산시는), and the number of that last name. */
export interface Cast {
  readonly roles: readonly Role[];
  readonly last: readonly number[];
}

export function castOf({ text, mentions }: Scene): Cast {
  const roles = mentions.map(({ type }, index): Role => (ROLELESS.has(type) ? "none" : roleOf(text, mentions, index)));
  const last = mentions.map((_, index) => index);
  for (let i = mentions.length - 2; i >= 0; i--) {
    const role = roles[i] as Role;
    const later = roles[i + 1] as Role;
    const [mention, next] = [mentions[i] as Mention, mentions[i + 1] as Mention];
    if ((role !== "listed" && role !== "comitative") || next.start - mention.end > COORDINATION_REACH) continue;
    const joins = isSubject(later) || (later !== "none" && (role === "listed" || mention.type === next.type));
    if (!joins) continue;
    roles[i] = later;
    last[i] = last[i + 1] as number;
  }
  return { roles, last };
}

/**
 * Start of the subject of a clause within another one (한 국방부는 | 조지함이 | 들어온다고 밝혔다), so that the topic before it is the other one's;
 * -1 where it has none of its own.
 */
function subjectOfEmbedded({ scene: { chunks, particles, candidates }, placed, candidate }: Attachment): number {
  if (candidate.ending !== "quotative" && candidate.ending !== "adnominal") return -1;
  // 나루전자는 박 씨가 2016년 세운 회사다: the topic is what the clause tells of.
  const isLast = candidates.every(
    (other) => other.form === "noun" || other.quote !== candidate.quote || other.chunk <= candidate.lastChunk,
  );
  if (candidate.ending === "adnominal" && isLast) return -1;
  for (let i = candidate.chunk - 1; i >= 0 && chunks[i]?.quote === candidate.quote; i--) {
    if (i >= placed.firstChunk && i <= placed.lastChunk) continue;
    if (candidates.some(({ chunk, form }) => form === "verb" && chunk === i)) return -1;
    if (particles[i]?.tag.startsWith("JKS")) return chunks[i]?.start ?? -1;
  }
  return -1;
}

/**
 * Whether a place belongs to an adnominal clause: before the time (울산에서 33년을 보낸 박 소장은 31일 떠났다), or where somebody is from (인천에 사는 박 씨).
 * What is held there is held where the event is.
 */
function belongsBetween({ scene: { text, chunks, candidates }, placed, candidate }: Attachment, end: number): boolean {
  const verb = candidates.find((other) => other.form === "verb" && other.start >= end);
  if (verb === undefined || verb.start >= candidate.start || verb.ending !== "adnominal" || happensTo(verb.stem))
    return false;
  if (verb.lastChunk < placed.firstChunk) return true;
  return /^에\s/.test(text.slice(end, end + 2)) && (chunks[verb.firstChunk]?.start ?? 0) <= end + 2;
}

/**
 * The name that an adnominal clause is followed by: 상륙한 야기, 10일 열리는 나루 회의. Of several in a row the person, or else the last, which is no
 * mere attribute (자동 부의된 정부 원안).
 */
function headName(
  mentions: readonly Mention[],
  roles: readonly Role[],
  start: number,
  ofEvent: boolean,
): Mention | undefined {
  let head: Mention | undefined;
  let end = start;
  for (let i = mentions.findIndex((mention) => mention.start === start); i >= 0 && i < mentions.length; i++) {
    const mention = mentions[i] as Mention;
    if (mention.start > end + 1) break;
    end = mention.end;
    if (mention.type === "PERSON") return ofEvent ? undefined : mention;
    if (mention.type === "EVENT") head = mention;
    else if (mention.type === "ORGANIZATION" && !ofEvent)
      head = roles[i] === "none" || roles[i] === "possessor" ? undefined : mention;
  }
  return head;
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
