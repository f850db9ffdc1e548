import type { Mention, MentionType } from "../core/types.js";

/** What part a name plays in its clause. */
export type Role =
  | "subject"
  | "topic"
  | "comitative"
  | "object"
  | "recipient"
  | "place"
  | "possessor"
  | "listed"
  | "none";

export const isSubject = (role: Role | undefined): boolean => role === "subject" || role === "topic";

/** Particles, and what may stand between a name and its particle: titles, ages in brackets. */
const SUBJECT = /^(?:이|가|께서)(?![가-힣])/;
const TOPIC = /^(?:은|는|에서는|도)(?![가-힣])/;
const COMITATIVE = /^(?:과|와|이랑|랑|하고)(?![가-힣])/;
const OBJECT = /^(?:을|를)(?![가-힣])/;
const RECIPIENT = /^(?:에게|께|한테)(?:는|도)?(?![가-힣])/;
const PLACE = /^(?:에서|에|으로|로)(?:는|도)?(?![가-힣])/;
/** 법원에 소송을 낸다: to a body, not at it. */
const TO = /^에(?:는|도)?(?![가-힣])/;
/** 통계청에 따르면: who says so, neither a place nor a part. */
const SOURCE = /^에\s(?:따르|의하)/;
const POSSESSOR = /^의\s/;
/** A venue may stand some nouns before its particle: 명동 은행회관 국제회의실에서, 도산면의 한 종가에서. */
const VENUE =
  /^(?:\s?|의\s)(?:[가-힣0-9]{1,8}(?<![은는을를]|[가-힣]의)\s){0,2}(?<venue>[가-힣0-9]{1,8})에서(?:는|도)?(?![가-힣])/;
/** 한국해양수산개발원 조사에서: what a body says, not where it is. */
const SAYING = /(?:조사|설문|인터뷰|발표|보고서|자료|통계|집계|연구|논평|성명)$/;
/** 거제 부근으로, 국회 앞에. */
const NEAR = /^\s(?:앞|옆|뒤|부근|근처|인근|일대|일원|현장|앞바다|해상|상공|터)(?:에|으로|로)(?![가-힣])/;
const LATER_COMITATIVE = /^\s[가-힣]{2,8}(?:과|와)(?=\s)/;
const AFTER_NAME =
  /^(?:\s?\([^()\n]{1,24}\))?(?:\s?(?:씨|군|양|의원|대표|회장|장관|총리|대통령|감독|시장|지사|위원장|교수|사장|청장|원장|선수|후보|국장|실장|팀장|소장|이사장|총장|부장|차장|과장|등|측|일행))?(?:\s?\([^()\n]{1,24}\))?/;
/** Who acts for a body: 경찰서 대원들이, 노조 조합원 90명이. */
const MEMBERS =
  /^\s(?:관계자|선수단|대표단|대표팀|교수팀|연구팀|연구진|대원|직원|회원|조합원|학생|주민|노조|소속|단원)(?:들)?(?:\s[가-힣0-9,]{1,10}\s?명)?(?=[은는이가])/;
/** A title that is no mention of its own: 허만일 국방성 부상이. */
const UNKNOWN_TITLE = /^\s[가-힣]{2,7}(?=[은는이가](?![가-힣]))/;

/** What may stand between a name and its title: 견우석(60) 전 소장. */
const BEFORE_TITLE = /^(?:\([^()\n]{1,24}\))?\s?(?:(?:전|前|현|신임|당시)\s)?$/;

/** How far after a name its particle is looked for, in characters. */
const PARTICLE_REACH = 36;

const BODIES: ReadonlySet<MentionType> = new Set(["ORGANIZATION", "LOCATION"]);

/** What part a name plays in its clause, by the particle that follows it and its title. */
export function roleOf(text: string, mentions: readonly Mention[], index: number): Role {
  const mention = mentions[index] as Mention;
  let end = mention.end;
  let titled = false;
  // A title mention right after a name carries the name's particle: 김경일 파주시장은.
  for (let i = index + 1; i < mentions.length && i <= index + 3; i++) {
    const next = mentions[i] as Mention;
    if (isAge(text, end, next)) continue;
    if (!BEFORE_TITLE.test(text.slice(end, Math.min(next.start, end + PARTICLE_REACH)))) break;
    if (next.type === "TITLE") {
      end = next.end;
      titled = true;
    } else if (mention.type === "PERSON" && !titled && BODIES.has(next.type)) end = next.end;
  }
  let rest = text.slice(end, end + PARTICLE_REACH);
  if (mention.type === "PERSON" && !titled && end > mention.end) rest = rest.replace(UNKNOWN_TITLE, "");
  else if (mention.type !== "PERSON") rest = rest.replace(MEMBERS, "");
  if (titled) rest = rest.replace(/^들(?=[가-힣])/, "");
  const tail = rest.slice(AFTER_NAME.exec(rest)?.[0].length ?? 0);
  const glued = /^[가-힣]/.test(rest) && tail === rest ? rest : tail;
  // 박도윤 가온시 시장은: he is meant, not the city.
  const before = mentions[index - 1];
  if (end > mention.end && mention.type !== "PERSON" && before?.type === "PERSON" && mention.start - before.end <= 1)
    return "none";
  if (SOURCE.test(glued)) return "none";
  if (RECIPIENT.test(glued) || (mention.type === "ORGANIZATION" && TO.test(glued))) return "recipient";
  if (mention.type === "LOCATION" && PLACE.test(glued)) return "place";
  if (SUBJECT.test(glued)) return "subject";
  if (TOPIC.test(glued)) return "topic";
  if (COMITATIVE.test(glued)) return "comitative";
  if (OBJECT.test(glued)) return "object";
  if (PLACE.test(glued)) return "place";
  const venue = VENUE.exec(glued)?.groups?.["venue"];
  if (venue !== undefined) return mention.type === "ORGANIZATION" && SAYING.test(venue) ? "none" : "place";
  if (NEAR.test(glued)) return "place";
  if (mention.type !== "LOCATION" && LATER_COMITATIVE.test(glued)) return "comitative";
  if (POSSESSOR.test(glued)) return "possessor";
  return /^\s?[·,]/.test(glued) ? "listed" : "none";
}

/** Whether the mention is the age in brackets right after a name that ends at `end`. */
function isAge(text: string, end: number, { type, start }: Mention): boolean {
  return type === "QUANTITY" && start === end + 1 && text[end] === "(";
}
