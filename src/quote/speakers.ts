import type { Chunk } from "../core/chunks.js";
import type { Mention, Token } from "../core/types.js";

/** A subject of a sentence: who it names, or that it is a person or body without a name. */
export interface Subject {
  /** Chunk that carries the particle. */
  readonly chunk: number;
  readonly start: number;
  readonly end: number;
  readonly topic: boolean;
  /** Speaks only where no other subject does: 가온신문에서는. */
  readonly weak?: true;
  /** Number of the mention that names it; -1 for someone unnamed (유가족은), -2 for a pronoun (그는). */
  readonly mention: number;
}

/** Heads of noun phrases that speak though no name is theirs. */
const UNNAMED =
  /(?:자|씨|인|들|측|원|족|부|팬|민|생|조|팀|단|회|당국|경찰|검찰|시민|어린이|업계|전문가|대변인|관리|선수|감독|의사|기사|교사|학생|주인|대표|사장|위원장|장관|의원|교수|시장|청장|회장|국장|과장|관|본지|본보)$/;
const PRONOUN = /^(?:그|그녀|이들|그들|이|양측|이들)$/;
/** A spokesman speaks for the body that is named before him: 한국대사관 관계자는. */
const SPOKESMAN =
  /(?:관계자|측|대변인|당국자|담당자|위원|직원|간부|노조|일동|팀|단장|[가-힣]{2}실|대표부|^방송|^통신|^신문)$/;

/** 신원식 장관 또한: what stands for a topic's particle. */
const ALSO = /^(?:또한|역시)$/;

const isPunctuation = (token: Token) => /^S[FCSEPY]/.test(token.pos) || token.pos.startsWith("SC");

/** How many chunks a subject's name may stand before its particle: 국토교통부 어명소 제2차관은. */
const PHRASE = 7;

/**
 * The subjects of the chunks `[from, to)` outside speech, left to right. `mentionAt` gives the number of the mention that overlaps a token, or -1.
 */
export function findSubjects(
  text: string,
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  mentions: readonly Mention[],
  mentionAt: (token: number) => number,
  isNameEnd: (offset: number) => boolean,
): Subject[] {
  const subjects: Subject[] = [];
  for (let c = 0; c < chunks.length; c++) {
    const chunk = chunks[c] as Chunk;
    if (chunk.quote > 0 || chunk.bracketed) continue;
    let last = chunk.last;
    while (last > chunk.first && isPunctuation(tokens[last] as Token)) last--;
    const also = c > 0 && ALSO.test(text.slice(chunk.start, (tokens[last] as Token).end));
    const fused = also ? null : fusedParticle(text, (tokens[last] as Token).end, chunk.start, isNameEnd);
    const particle = fused ?? (tokens[last] as Token);
    // 한은 총재: what looks like a particle ends a name.
    const { end } = tokens[last] as Token;
    if (!fused && !also && mentions[mentionAt(last)]?.end === end) continue;
    const isTopic = also
      ? true
      : fused
        ? /[은는]$/.test(fused.text)
        : /^JX/.test(particle.pos) && /^(?:은|는|께서는)$/.test(particle.text);
    const nominative =
      fused !== null || /^JKS/.test(particle.pos) || (/^JX/.test(particle.pos) && particle.text === "도");
    if (!isTopic && !nominative) continue;
    let head = fused ? last : last - 1;
    while (head >= chunk.first && /^J/.test((tokens[head] as Token).pos)) head--;
    // 에서는, 까지는: a topic that is no subject, unless a body speaks: 가온신문에서는.
    const inner = !fused && head + 1 < last ? (tokens[head + 1] as Token) : undefined;
    const isPlace = inner !== undefined && /^JK[BO]/.test(inner.pos) && !/^께서/.test(inner.text);
    const isBody = isPlace && inner.text === "에서" && mentions[mentionAt(head)]?.type === "ORGANIZATION";
    const topic = isTopic && !isPlace;
    if (isPlace && !isBody) continue;
    if (also) head = chunk.first - 1;
    // 우주항공청(KASA)은: the particle stands alone behind a bracket, its noun before it.
    let noun = c;
    let inside = -1;
    if (head < chunk.first && (also || last === chunk.first)) {
      while (noun > 0 && (noun === c || (chunks[noun] as Chunk).bracketed)) {
        if (noun < c && inside < 0) inside = personIn(chunks[noun] as Chunk, mentions, mentionAt);
        noun--;
      }
      head = (chunks[noun] as Chunk).last;
    }
    const phrase = nameOfPhrase(tokens, chunks, noun, head, mentions, mentionAt);
    // 가온경찰청 차장(송민헌)은: the person is in the brackets, where none is before them. Not 가온시(시장 박도윤)는: the body speaks.
    const whole = phrase >= 0 && mentions[phrase]?.end === (chunks[noun] as Chunk).end;
    const named = inside >= 0 && (phrase < 0 || (!whole && mentions[phrase]?.type !== "PERSON")) ? inside : phrase;
    const word = phraseWord(tokens, chunks[noun] as Chunk, head);
    if (named !== -1)
      subjects.push({
        chunk: c,
        start: chunk.start,
        end: chunk.end,
        topic,
        mention: named,
        ...(isBody && { weak: true }),
      });
    else if (PRONOUN.test(word)) subjects.push({ chunk: c, start: chunk.start, end: chunk.end, topic, mention: -2 });
    else if (UNNAMED.test(word)) subjects.push({ chunk: c, start: chunk.start, end: chunk.end, topic, mention: -1 });
  }
  return subjects;
}

function personIn({ first, last }: Chunk, mentions: readonly Mention[], mentionAt: (token: number) => number): number {
  for (let i = first; i <= last; i++) if (mentions[mentionAt(i)]?.type === "PERSON") return mentionAt(i);
  return -1;
}

/** A subject particle that the lexicon took into the noun before it (장관은 read as 장·관은), known by the name or title that ends in front of it. */
function fusedParticle(
  text: string,
  end: number,
  start: number,
  isNameEnd: (offset: number) => boolean,
): { text: string; pos: string } | null {
  for (let length = 3; length >= 1; length--) {
    const edge = end - length;
    if (edge <= start || !isNameEnd(edge)) continue;
    const particle = text.slice(edge, end);
    if (/^(?:은|는|이|가|도|께서|께서는)$/.test(particle)) return { text: particle, pos: "J" };
  }
  const tail = text.slice(Math.max(start, end - 3), end);
  return /(?:[가-힣][장관]|장실)은$/.test(tail) ? { text: "은", pos: "J" } : null;
}

function phraseWord(tokens: readonly Token[], chunk: Chunk, head: number): string {
  let word = "";
  for (let i = chunk.first; i <= head; i++) word += (tokens[i] as Token).text;
  return word.replace(/(?<=[장관]|장실)은$/, "");
}

/** The mention that names the noun phrase which ends at token `head` of chunk `c`: its last person, else the body at its head or before a spokesman. */
function nameOfPhrase(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  c: number,
  head: number,
  mentions: readonly Mention[],
  mentionAt: (token: number) => number,
): number {
  const word = phraseWord(tokens, chunks[c] as Chunk, head);
  let body = -1;
  let steps = 0;
  for (let k = c; k >= 0 && k > c - PHRASE; k--) {
    const chunk = chunks[k] as Chunk;
    if (chunk.quote !== (chunks[c] as Chunk).quote) break;
    if (chunk.bracketed) continue;
    const end = k === c ? head : chunk.last;
    if (k < c && mentionAt(end) < 0) {
      // A particle, an ending or a comma closes the phrase on the left; 의 and 과 do not.
      const tail = tokens[end] as Token;
      if (/^(?:JK[SOBC]|JX|E|VV|VX|VCP|XSV)/.test(tail.pos) || /E[CF]$/.test(tail.pos) || /ETM$/.test(tail.pos)) break;
      if (isPunctuation(tail)) break;
    }
    for (let i = end; i >= chunk.first; i--) {
      const m = mentionAt(i);
      if (m < 0) continue;
      const { type } = mentions[m] as Mention;
      if (type === "PERSON") return m;
      if (
        body < 0 &&
        (type === "ORGANIZATION" || (type === "LOCATION" && steps === 0)) &&
        ((steps === 0 && i >= head - 1) || (SPOKESMAN.test(word) && steps <= 2))
      )
        body = m;
    }
    steps++;
  }
  return body;
}
