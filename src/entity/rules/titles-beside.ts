/**
 * The titles that stand beside a person's name, and what each is of.
 *   김경일 파주시장 · 홍길순 한빛전자 부회장 겸 한빛재단 이사장 · 한빛전자 대표이사 겸 CEO인 홍길순 · 가온대 경제학과 홍길순 교수
 */
import { firstWhere } from "../../core/search.js";
import type { Mention } from "../../core/types.js";
import { unitsNamed } from "../gazetteer.js";
import { otherAt, type Scene } from "../scene.js";
import { TITLES } from "../title.table.js";
import { bodyBeforeBracket, isBody, titlesInBracket } from "./brackets.js";

export interface NearbyTitle {
  /** As written: 파주시장, 전 국무총리. */
  readonly text: string;
  /** Without what says when: 국무총리. */
  readonly head: string;
  readonly start: number;
  readonly end: number;
  /** Index of the mention of a place or body that the title is of: 파주시 in 김경일 파주시장. */
  readonly of?: number;
}

/** 전 장관, 前장관; 전무 and 고문 are titles of their own. */
const TENSE = /^(?:전직|현직|신임|전임|前|現|당시|차기|초대|역대|故|[전현고](?=\s))\s?/u;
/** 주미대사, 주한 미국대사. */
const ENVOY = /^주 ?[가-힣]{1,5} ?(?:[가-힣]{1,4} ?)?(?:대사|총영사)/u;
/** The unit within a body that no mention marks: 경제학과, 홍보팀. */
const UNIT = "[가-힣0-9]{1,10}(?:학과|학부|과|팀|부|실|국|센터|대학원|본부|사업부|연구소|지부)";
const UNIT_AFTER = new RegExp(`^ ${UNIT}(?= [가-힣]{2})`, "u");
const BEFORE_NAME = new RegExp(`^(?: |의 | ${UNIT} )$`, "u");
/** What may part a body from a title before the name: 한빛전자 대표, 한빛대의 정치학자, 한빛공사(사장 …, 한빛연구원(HIR·원장 …. */
const BEFORE_TITLE = /^(?: |의 | ?\((?:[A-Za-z .&-]{1,40}[·ㆍ,] ?)?)?$/u;
/** Another name of the body before its title: 홍길순 환경보호청(EPA) 청장. */
const SHORT_NAME = /^\([A-Za-z][A-Za-z .,&·-]{0,40}\)/u;
/** A title that no mention marks: the longest row of the table that ends the word before a josa. */
const titles: ReadonlySet<string> = new Set(TITLES.split("\n"));
const MAX_TITLE = 7;
/** Makes a title another's: 시장 후보, 대법관 후보자, 이사장 직무대행. */
const CANDIDATE = /^ ?(?:예비후보|후보자?|당선인|당선자|내정자|지명자|권한대행|직무대행|대행)(?![가-힣]{3})/u;
const OF_A_PLACE = /^(?:시장|군수|구청장|지사|청장|서장|교육감)/u;
/** What joins two names of one title: 홍길순·김나래 의원. */
const AND = /^(?:\([^()]{1,30}\))?(?:[·ㆍ‧]|, )$/u;
/** Bodies and titles that may follow each other after one name. */
const HOPS = 5;

/** What may part a title from the name after it: 대표이사 홍길순, CEO인 홍길순, 가수 ‘홍길순’, 심사위원장을 맡은 홍길순. */
const BETWEEN = /^(?:(?:인|이자|이었던|였던)? ?|[을를] 맡(?:은|고 있는) (?:[가-힣]{2,6}의 )?)[‘'“"]?$/u;

/** Titles beside the mention of a name, those after it first. */
export function titlesBeside(scene: Scene, index: number): NearbyTitle[] {
  const after = titlesAfter(scene, index);
  const before = titleBefore(scene, index);
  const over = before ? undefined : titleOverBody(scene, index);
  const own = [...after, ...[before, over].filter((title) => title !== undefined), ...bracketed(scene, index, after)];
  return own.length > 0 ? own : sharedTitles(scene, index);
}

/** Titles in the brackets behind the name or its title: 홍길순(한빛대 교수), 홍길순 회장(한빛재단 이사장). */
function bracketed(scene: Scene, index: number, after: readonly NearbyTitle[]): NearbyTitle[] {
  const ends = [scene.mentions[index]!.end, ...after.slice(-1).map(({ end }) => end)];
  return ends.flatMap((at) => titlesInBracket(scene, at).map(({ start, end, of }) => near(scene.text, start, end, of)));
}

/** Titles right after the name: more than one where 겸 joins those of two bodies. */
function titlesAfter(scene: Scene, index: number): NearbyTitle[] {
  const { text, mentions } = scene;
  const found: NearbyTitle[] = [];
  let at = mentions[index]!.end;
  let of: number | undefined;
  let next = index + 1;
  at += /^ ?\([^()]{1,30}\)/u.exec(text.slice(at, at + 34))?.[0].length ?? 0;
  while (next < mentions.length && mentions[next]!.start < at) next += 1;
  for (let hops = 0; hops < HOPS; hops++) {
    if (/\s/u.test(text[at] ?? "")) at += 1;
    const from = at + (TENSE.exec(text.slice(at, at + 4))?.[0].length ?? 0);
    const between = mentions[next];
    const envoy = ENVOY.exec(text.slice(from, from + 20))?.[0].length;
    if (envoy !== undefined) {
      const end = from + envoy;
      found.push(near(text, at, end, between && isBody(between) && between.start < end ? next : undefined));
      return found;
    }
    const title = otherAt(scene, at);
    const body = between && isBody(between) && between.start === from ? between : undefined;
    const marked =
      title?.type === "TITLE" &&
      (title.start === at || title.start === from || (!body && isFused(text, from, title.start)))
        ? title
        : undefined;
    if (!marked && body) {
      of = next;
      at = body.end;
      at += SHORT_NAME.exec(text.slice(at, at + 44))?.[0].length ?? 0;
      next += 1;
      while (next < mentions.length && mentions[next]!.start < at) next += 1;
      // 파주시장: the title is what the mention leaves of the word.
      if (/^장(?![가-힣]{2})/u.test(text.slice(at, at + 3))) {
        found.push(near(text, body.start, at + 1, of));
        return found;
      }
      // 의회 의장과: a title that a mention marks is no department.
      if (otherAt(scene, at)?.start !== at + 1) at += UNIT_AFTER.exec(text.slice(at, at + 20))?.[0].length ?? 0;
      continue;
    }
    const end = marked ? joinedEnd(scene, marked) : titleIn(text, from);
    if (end === undefined) return found;
    // 파주 + 시장 in one word: the place is of the title.
    const whole = of !== undefined && mentions[of]!.end === at ? mentions[of]!.start : at;
    found.push(near(text, whole, end, of));
    const and = /^ ?(?:겸|이자) ?/u.exec(text.slice(end, end + 4));
    if (!and) return found;
    at = end + and[0].length;
    of = undefined;
  }
  return found;
}

/** 한빛 in 한빛시장 and 전 in 전장관, which no mention marks: the word up to the title. */
const isFused = (text: string, from: number, title: number) =>
  /^[전현고]$/u.test(text.slice(from, title)) ||
  (/^[가-힣]{1,6}$/u.test(text.slice(from, title)) && OF_A_PLACE.test(text.slice(title, title + 3)));

/** End of a title, with what makes it another's and one joined to it by 겸: 대표이사 겸 CEO. */
function joinedEnd(scene: Scene, title: Mention): number {
  const { text } = scene;
  const next = otherAt(scene, title.end);
  const candidate = CANDIDATE.exec(text.slice(title.end, title.end + 10))?.[0].length;
  if (candidate !== undefined) return title.end + candidate;
  if (next?.type === "TITLE" && /^ $/u.test(text.slice(title.end, next.start)) && CANDIDATE.test(next.text))
    return next.end;
  const more = /^ ?겸 ?/u.exec(text.slice(title.end, title.end + 4));
  if (!more) return title.end;
  const second = otherAt(scene, title.end + more[0].length);
  return second?.type === "TITLE" && second.start === title.end + more[0].length ? second.end : title.end;
}

function near(text: string, start: number, end: number, of: number | undefined): NearbyTitle {
  const written = text.slice(start, end);
  return { text: written, head: headOf(written), start, end, ...(of !== undefined && { of }) };
}

/** 전 국무총리 → 국무총리; 전북지사 and 고성군수 stay, and 파주시장 → 시장 is left to `titlesFit`. */
export const headOf = (title: string): string =>
  title.replace(/^[전현고](?=\s)|^(?:전직|현직|신임|전임|前|現|당시|차기|초대|역대|故)/u, "").replace(/\s/gu, "");

/** 파주시장은, 기상청장이: a place or body and the one at its head, in one word. */
const HEAD_OF =
  /^[가-힣]{1,7}?(?:시장|군수|구청장|지사|청장|서장|교육감|장관|총장)(?=(?:은|는|이|가|을|를|의|과|와|도|에게|께서|측|에)?(?:[^가-힣]|$))/u;

/** End of the longest known title at `from`, followed by a josa or nothing. */
function titleIn(text: string, from: number): number | undefined {
  const word = /^[가-힣]{1,12}/u.exec(text.slice(from, from + 12))?.[0] ?? "";
  for (let length = Math.min(MAX_TITLE, word.length); length >= 2; length--) {
    if (titles.has(word.slice(0, length)) && word.length - length <= 3) return from + length;
  }
  const head = HEAD_OF.exec(text.slice(from, from + 14))?.[0] ?? "";
  // 재래시장 상인회 is no title; 파주시장 초청 is.
  const isHead = text[from + head.length] !== " " || unitsNamed(head.slice(0, -1)).length > 0;
  return head !== "" && isHead ? from + head.length : undefined;
}

/** A title before the name, and the body before that: 가수 아이유, 한빛전자 대표 김갑동, 대표이사 겸 CEO인 홍길순. */
function titleBefore(scene: Scene, index: number): NearbyTitle | undefined {
  const { text, others, mentions } = scene;
  const { start } = mentions[index]!;
  const low = firstWhere(others, (other) => other.start >= start);
  // 최고재무책임자(CFO) 홍길순: of the two the one before the bracket, which is part of it.
  const short = /\([A-Z]{2,5}\) $/u.exec(text.slice(Math.max(0, start - 9), start))?.[0].length ?? 0;
  const end = start - (short === 0 ? 0 : 1);
  const title = others[others[low - 1]?.start === start - short + 1 ? low - 2 : low - 1];
  if (
    title?.type !== "TITLE" ||
    !BETWEEN.test(text.slice(title.end, start - short)) ||
    (short > 0 && title.end < start - short)
  )
    return undefined;
  // A title of the name before is not this one's: 김경일 시장 홍길순.
  const before = index - 1;
  const body = mentions[before];
  const gap = body && body.end <= title.start ? text.slice(body.end, title.start) : undefined;
  const inBracket = body && /^[·ㆍ,] ?$/u.test(gap ?? "") && text[body.start - 1] === "(";
  const adjoins = gap !== undefined && (BEFORE_TITLE.test(gap) || inBracket);
  if (body?.type === "PERSON" && gap !== undefined && /^ ?$/u.test(gap)) return undefined;
  const stands = adjoins && isBody(body!);
  const tense = /(?<![가-힣])(?:전직?|현직?|前|現|당시|신임) $/u.exec(
    text.slice(Math.max(0, title.start - 4), title.start),
  );
  return near(text, title.start - (tense?.[0].length ?? 0), short === 0 ? title.end : end, stands ? before : undefined);
}

/** 위원장인 한빛당 홍길순: the title before the body that the name follows. */
function titleOverBody({ text, others, mentions }: Scene, index: number): NearbyTitle | undefined {
  const body = mentions[index - 1];
  if (!body || !isBody(body) || text.slice(body.end, mentions[index]!.start) !== " ") return undefined;
  const title = others[firstWhere(others, ({ start }) => start >= body.start) - 1];
  return title?.type === "TITLE" && /^(?:인|이자) $/u.test(text.slice(title.end, body.start))
    ? near(text, title.start, title.end, undefined)
    : undefined;
}

/** 홍길순·김나래 의원: the title of the last of several names is that of each. */
function sharedTitles(scene: Scene, index: number): NearbyTitle[] {
  const { text, mentions } = scene;
  for (let next = index + 1; next < mentions.length && next <= index + HOPS; next++) {
    if (mentions[next]!.type !== "PERSON" || !AND.test(text.slice(mentions[next - 1]!.end, mentions[next]!.start)))
      return [];
    const found = titlesAfter(scene, next);
    if (found.length > 0) return found;
  }
  return [];
}

/** The body in brackets after a name or its title: 홍길순(한빛당) 의원, 김경일 시장(한빛당), 홍길순(가온시·한빛당). */
export function bracketedBody(scene: Scene, index: number): number | undefined {
  const { text, mentions } = scene;
  const [title] = titlesAfter(scene, index);
  for (const end of [mentions[index]!.end, ...(title ? [title.end] : [])]) {
    const inside = /^ ?\(([^()]{1,40})\)/u.exec(text.slice(end, end + 44));
    if (!inside) continue;
    for (let at = index + 1; at < mentions.length && mentions[at]!.start < end + inside[0].length; at++)
      if (mentions[at]!.start > end && mentions[at]!.type === "ORGANIZATION") return at;
  }
  return undefined;
}

/** The body that a name, or the first of several, follows, with a unit or a bracket of it between or none: 한빛당 홍길순, 가온대 경제학과 홍길순·김나래. */
export function bodyBefore(scene: Scene, index: number): number | undefined {
  const { text, mentions } = scene;
  let first = index;
  while (
    first > 0 &&
    index - first < HOPS &&
    mentions[first - 1]!.type === "PERSON" &&
    AND.test(text.slice(mentions[first - 1]!.end, mentions[first]!.start))
  )
    first -= 1;
  const body = mentions[first - 1];
  return body && isBody(body) && BEFORE_NAME.test(text.slice(body.end, mentions[first]!.start))
    ? first - 1
    : bodyBeforeBracket(scene, first);
}

/** One title may stand for the other: 파주시장 and 시장. */
export const titlesFit = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);
