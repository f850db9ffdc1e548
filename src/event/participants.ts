import type { Mention, MentionType } from "../core/types.js";
import type { Attachment } from "./attach.js";

const ACTORS: ReadonlySet<MentionType> = new Set(["PERSON", "ORGANIZATION", "EVENT"]);
const PLACES: ReadonlySet<MentionType> = new Set(["LOCATION", "ORGANIZATION"]);

/** Particles, and what may stand between a name and its particle: titles, ages in brackets. */
const SUBJECT = /^(?:이|가|은|는|께서|에서는|도)(?![가-힣])/;
const COMITATIVE = /^(?:과|와|이랑|랑|하고)(?![가-힣])/;
const OBJECT = /^(?:을|를)(?![가-힣])/;
const PLACE = /^(?:에서|에|으로|로)(?:는|도)?(?![가-힣])/;
/** A venue may stand some nouns before its particle: 명동 은행회관 국제회의실에서. */
const VENUE = /^\s?(?:[가-힣0-9]{1,8}(?<![은는을를]|[가-힣]의)\s){0,2}[가-힣0-9]{1,8}에서(?:는|도)?(?![가-힣])/;
const LATER_COMITATIVE = /^\s[가-힣]{2,8}(?:과|와)(?=\s)/;
const AFTER_NAME =
  /^(?:\s?\([^()\n]{1,24}\))?(?:\s?(?:씨|군|양|의원|대표|회장|장관|총리|대통령|감독|시장|지사|위원장|교수|사장|청장|원장|선수|후보|국장|실장|팀장|소장|이사장|총장|부장|차장|과장|등|측|일행))?/;

type Role = "subject" | "comitative" | "object" | "place" | "listed" | "none";

/** How far after a name its particle is looked for, in characters. */
const PARTICLE_REACH = 36;

/** What part a name plays in its clause, by the particle that follows it and its title. */
export function roleOf(text: string, mentions: readonly Mention[], index: number): Role {
  const mention = mentions[index] as Mention;
  let end = mention.end;
  // A title mention right after a name carries the name's particle: 김경일 파주시장은.
  for (let i = index + 1; i < mentions.length && i <= index + 2; i++) {
    const next = mentions[i] as Mention;
    if (next.start > end + 1 || text[end] === "(") break;
    if (next.type === "TITLE" || (mention.type === "PERSON" && next.type === "ORGANIZATION")) end = next.end;
  }
  const rest = text.slice(end, end + PARTICLE_REACH);
  const tail = rest.slice(AFTER_NAME.exec(rest)?.[0].length ?? 0);
  const glued = /^[가-힣]/.test(rest) && tail === rest ? rest : tail;
  if (SUBJECT.test(glued)) return "subject";
  if (COMITATIVE.test(glued)) return "comitative";
  if (OBJECT.test(glued)) return "object";
  if (PLACE.test(glued)) return "place";
  if (VENUE.test(glued)) return "place";
  if (LATER_COMITATIVE.test(glued)) return "comitative";
  return /^\s?[·,]/.test(glued) ? "listed" : "none";
}

/** The names of an event's clause that take part in it, and the place of it, as entity ids. */
export function participantsOf(
  { scene, placed, candidate }: Attachment,
  entityOf: ReadonlyMap<string, string>,
): { participants: string[]; place?: string } {
  const participants: string[] = [];
  let place: string | undefined;
  let subject = false;
  const clauseStart = startOfClause(scene, placed.firstChunk, candidate.chunk);
  const add = (id: string | undefined) => {
    if (id !== undefined && !participants.includes(id) && participants.length < 6) participants.push(id);
  };
  const roles = scene.mentions.map((_, index) => roleOf(scene.text, scene.mentions, index));
  for (let i = 0; i < scene.mentions.length; i++) {
    const mention = scene.mentions[i] as Mention;
    if (mention.role !== undefined) continue;
    const inside = mention.start >= clauseStart && mention.end <= candidate.end;
    let role = roles[i] as Role;
    // Coordinated names share the particle of the last: 서울시·부산시는.
    for (let j = i; (role === "listed" || role === "comitative") && j + 1 < scene.mentions.length; j++) {
      const next = scene.mentions[j + 1] as Mention;
      if (next.start - (scene.mentions[j] as Mention).end > 12) break;
      const later = roles[j + 1] as Role;
      if (later === "subject") role = "subject";
      if (later !== "listed" && later !== "comitative") break;
    }
    const id = entityOf.get(mention.id);
    if (ACTORS.has(mention.type) && mention.end <= candidate.end) {
      const topic = role === "subject" && mention.start < candidate.start;
      if (topic && (inside || !subject)) {
        add(id);
        subject = true;
      } else if (inside && (role === "comitative" || role === "object")) add(id);
      else if (inside && mention.type === "EVENT" && role === "none") add(id);
    } else if (
      mention.type === "LOCATION" &&
      inside &&
      !subject &&
      role === "subject" &&
      mention.start < candidate.start
    ) {
      // A team or a government under the name of its country.
      add(id);
      subject = true;
    }
    if (PLACES.has(mention.type) && inside && role === "place" && (mention.type === "LOCATION" || place === undefined))
      place = id ?? place;
  }
  return place === undefined ? { participants } : { participants, place };
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
