/**
 * Bylines in their Korean forms.
 *
 *   [매체=홍길동 기자] 본문          (서울=연합뉴스) 홍길동 기자 = 본문      홍길동 기자 hong@paper.co.kr
 *   [지역/홍길동기자]                [서울 홍길동 특파원]                    글·사진 홍길동    홍길동·김철수 기자
 *   (밀양=영남내일) 선임기자 남무보 =  본문. 홍길동 기자                       홍길동 기자 ⓒ 매체
 *
 * Shapes  a line, or the start or the end of one → FoundByline.
 * Units   offsets are into the line given; `readBylineParts` moves them to the whole text.
 */
import type { Byline, Span, TextSpan } from "../core/types.js";
import { isOutlet, isPersonName, isPlace, isTitle, OUTLET_END, REPORTER, WRITER } from "./byline-names.js";

export interface FoundByline extends Byline {
  readonly dateline?: TextSpan;
}

const EMAIL = /[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/;
const NAME = "[가-힣]{2,4}";
const NAMES = `(?<![가-힣])${NAME}(?:\\s?[·ㆍ・,]\\s?${NAME}){0,6}`;
const ROLE =
  "글|사진|글·사진|글ㆍ사진|사진·글|글/사진|대담|정리|대담·정리|글·정리|취재|영상|영상취재|영상편집|촬영|촬영기자|취재·글|편집|그래픽|자료|인터뷰|구성|번역|진행|대담/정리";
const LONGEST_LINE = 90;
const LONGEST_BRACKET = 60;

const REPORTED = new RegExp(`(${NAMES})\\s?(?:${REPORTER})(?![가-힣])`, "g");
/** 홍길동기자, but 홍길동 국장: 경비국장 is no 경비. */
const SIGNED = new RegExp(`(${NAMES})(?:\\s?(?:${REPORTER})|\\s(?:${WRITER}))(?![가-힣])`, "g");
const REPORTED_ONCE = new RegExp(REPORTED, "");
const SIGNED_ONCE = new RegExp(SIGNED, "");
const TITLE_FIRST = new RegExp(`(?:${REPORTER})\\s(${NAMES})(?=\\s?(?:=|$))`, "g");
const CREDITED = new RegExp(`(?:^|[\\s(/,])(?:${ROLE})\\s?[=:\\s]\\s?(${NAMES})(?![가-힣])`, "g");
/** "최송인 인천서해일보 문화부장": the outlet stands between name and title. */
const NAME_FIRST = new RegExp(`^(${NAME})\\s([가-힣A-Za-z0-9]{2,15})\\s(?:${REPORTER}|${WRITER})$`);
/** First halves of titles, which look like names before 기자: 선임, 국방전문. */
const NO_NAME = new RegExp(
  `^(?:선임|객원|인턴|수습|시민|학생|명예|주재|논설|온라인|기동취재|정치|경제|사회|문화|체육|국제|산업|공동|${ROLE})$|전문$|취재단$`,
);
const CREDIT_START = new RegExp(
  `^(?:[가-힣]{2,10}\\s?[=/]\\s?)?\\(?(?:${ROLE})\\s?[=:]|^(?:글|글[·ㆍ/]사진|사진[·ㆍ/]글|대담|정리)\\s${NAME}(?:\\s|$)`,
);
/** A bracket may hold another: [샌프란시스코(미국)=한빛일보 홍길동 기자]. */
const BRACKET = /^\/?\s{0,2}([[(【〈<])\s{0,2}((?:[^(\])】〉>\n]|\([^()\n]{1,14}\)){2,60}?)\s{0,2}([\])】〉>])/;
const AFTER_BRACKET = new RegExp(
  `^\\s{0,2}(?:(?:(?:${REPORTER}|${WRITER})\\s)?${NAME}(?:[\\s·ㆍ・,/]{1,3}${NAME}){0,6}\\s?(?:${REPORTER}|${WRITER})?(?:[·ㆍ・,\\s]{1,3}${NAMES}\\s?(?:${REPORTER}|${WRITER})){0,4})?\\s{0,2}(?:[\\w.+-]{1,64}@[\\w.-]{1,80})?\\s{0,2}=\\s{0,2}`,
);
const REPORTER_AFTER_BRACKET = new RegExp(
  `^\\s{0,2}(?:${NAMES}|${NAME}(?:\\s${NAME}){1,4})\\s?(?:${REPORTER})(?:[·ㆍ・,\\s]{1,3}${NAMES}\\s?(?:${REPORTER})){0,4}(?![가-힣])\\s{0,2}(?:[\\w.+-]{1,64}@[\\w.-]{1,80})?\\s{0,2}`,
);
const BARE_PREFIX = new RegExp(
  `^(?:([가-힣]{2,10}(?:·[가-힣]{2,6}){0,3}(?:\\([가-힣]{2,6}\\))?)\\s?[=/|]\\s?)?${NAMES}\\s?(?:${REPORTER})(?:[·ㆍ,\\s]{1,3}${NAMES}\\s?(?:${REPORTER})){0,4}\\s{0,2}=\\s{1,3}`,
);

/** Cheap tests that nearly every paragraph fails, before the patterns above are tried. */
const MAY_LEAD = /^[/\s]{0,2}[[(【〈<]|(?:기자|특파원|통신원|리포터|인턴)[^.]{0,40}=/;
const MAY_SIGN =
  /@|기자|특파원|통신원|리포터|인턴|위원|논설|편집|부장|차장|국장|본부장|지사장|팀장|작가|칼럼니스트|평론가|에디터|PD|피디|앵커|아나운서|캐스터|주필|발행인|시인|소설가|^(?:글|사진|대담|정리|취재|영상|촬영)/;
const PROSE_END = /[다요][.!?]["”’')\]]{0,2}$/;

/** The byline that a paragraph begins with, the paragraph's own text after it. Null where it begins with none. */
export function findLeadingByline(line: string): Span | null {
  if (!MAY_LEAD.test(line.slice(0, 90))) return null;
  const head = line.slice(0, 200);
  const bracket = BRACKET.exec(head);
  if (bracket && isBylineBracket(bracket[2] as string)) {
    const after = head.slice(bracket[0].length);
    const rest = AFTER_BRACKET.exec(after) ?? REPORTER_AFTER_BRACKET.exec(after);
    return { start: 0, end: trimEnd(line, bracket[0].length + (rest?.[0].length ?? 0)) };
  }
  const bare = BARE_PREFIX.exec(head);
  return bare ? { start: 0, end: trimEnd(line, bare[0].length) } : null;
}

/** 서울=연합뉴스, 경기헤드라인=김윤종 기자, 지역/홍길동기자, 서울 홍길동 특파원; not 앵커, 단독, 월요 인터뷰. */
function isBylineBracket(inside: string): boolean {
  if (inside.length > LONGEST_BRACKET || /[.!?]/.test(inside.replace(EMAIL, ""))) return false;
  if (matches(REPORTED, inside) && !COPYRIGHT.test(inside)) return true;
  const [left, right, more] = inside.split("=").map((part) => part.trim());
  if (left === undefined || right === undefined || more !== undefined || left === "" || right === "") return false;
  if (/^(?:사진|자료|그래픽|영상|이미지)/.test(left)) return false;
  return (
    isOutlet(right) ||
    (isPlace(left) && /^[가-힣A-Za-z0-9\s]{2,15}$/.test(right)) ||
    (isOutlet(left) && isPersonName(right))
  );
}

/** An outlet before it vouches for a name whose surname no table knows: 한빛일보 아람솔 기자. Not 한빛일보 해직된 기자. */
const SIGNED_BY_OUTLET = new RegExp(
  `^[가-힣A-Za-z0-9]{2,10}(?:${OUTLET_END})\\s[가-힣]{2}[가-힣]?(?<![된한던는할]|선임|인턴|수습|전직|현직)\\s(?:${REPORTER})$`,
);
const COPYRIGHT = /저작권|무단\s?전재|Copyright/i;
const SENTENCE_END = /[다요죠][.!?]|[.!?]\s|니다$/;

/** Whether a whole line is a byline. `signed`: people's own titles (논설위원, 작가) count too, as at an article's end. */
export function isBylineLine(line: string, signed: boolean): boolean {
  if (line.length > LONGEST_LINE + 40 || PROSE_END.test(line) || !MAY_SIGN.test(line)) return false;
  // ◇ 본부장 △ 경영본부장 서하늘, - 차장 문가람 (現 나래청 부장): lists of appointments.
  if (/.[△▲◇◆]/.test(line) || (/^[-–*·○ㅇ□]\s/.test(line) && !matches(REPORTED, line))) return false;
  const email = EMAIL.exec(line);
  if (email && email[0].length === line.replace(/[\s()<>[\]]/g, "").length) return true;
  const rest = line
    .replace(EMAIL, "")
    .replace(/무단\s?전재|재배포|금지|저작권자|무단|및|전재/g, "")
    .replace(/[ⓒ©/<>[\](){}【】=|,:]/g, " ");
  if (rest.length > LONGEST_LINE || SENTENCE_END.test(rest.trim().replace(/\.$/, ""))) return false;
  if (CREDIT_START.test(line) && /^(?:[가-힣]{2,10}[=/])?\(?(?:글|대담|정리|취재|영상|촬영)/.test(line))
    return !/[“”]/.test(line);
  const bracket = BRACKET.exec(line);
  if (bracket && bracket[0].length === line.length) return isBylineBracket(bracket[2] as string);
  const pattern = signed ? SIGNED : REPORTED;
  if (!matches(pattern, line)) return /^기자명?\s{1,3}[가-힣]{2,4}$/.test(line);
  const names = [...line.matchAll(pattern)].flatMap((match) => (match[1] as string).split(/[·ㆍ・,/\s]/));
  if (!names.some(isPersonName) && email === null && !SIGNED_BY_OUTLET.test(line)) return false;
  // What is left beside names, titles, places and outlets: "국방부 출입 김규헌 기자" leaves two words.
  const others = rest
    .replace(signed ? SIGNED_ONCE : REPORTED_ONCE, " ")
    .split(/[\s·ㆍ・]/)
    .filter(
      (word) =>
        word !== "" &&
        !isTitle(word) &&
        !isPlace(word) &&
        !isOutlet(word) &&
        !isPersonName(word) &&
        !ROLE_WORD.test(word),
    );
  return others.length <= 2 && !others.some((word) => word.length > 10) && !/[“”‘’"]/.test(line);
}

const ROLE_WORD = new RegExp(
  `^(?:${ROLE}|기자명|제공|입력|등록|승인|수정|구독|다른|기사|보기|기사보기|다른기사보기)$|^[\\d.:-]+$`,
);

/** The byline that a paragraph ends with: "…라고 말했다. 홍길동 기자". Offset at which it starts, or null. */
export function findTrailingByline(line: string): number | null {
  const from = Math.max(0, line.length - LONGEST_LINE);
  const tail = line.slice(from);
  if (PROSE_END.test(tail) || !/[.!?。]|\(영상/.test(tail)) return null;
  const credit = TAIL_CREDIT.exec(tail);
  if (credit && credit.index > 0 && isBylineLine(tail.slice(credit.index + credit[0].length), true))
    return from + credit.index + credit[0].length;
  let best: number | null = null;
  for (const end of tail.matchAll(/[.!?。][”"’')\]」』]{0,2}\s{1,3}(?=\S)/g)) {
    const start = from + end.index + end[0].length;
    if (best === null && start > 0 && isBylineLine(line.slice(start), false)) best = start;
  }
  return best;
}

const TAIL_CREDIT =
  /[.!?][”"’')\]」』]{0,2}\s{1,3}(?=(?:글|대담|정리|글[·ㆍ]사진|사진[·ㆍ]글|글[·ㆍ]정리|대담[·ㆍ]정리)\s?=)|\s(?=\(영상\s?취재\s?:)/;

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  const found = pattern.test(text);
  pattern.lastIndex = 0;
  return found;
}

function trimEnd(line: string, end: number): number {
  while (end > 0 && line.charCodeAt(end - 1) <= 0x20) end--;
  return end;
}

/** Outlet, reporters, e-mail address and dateline of a byline that lies at `start`..`end` of the text. */
export function readBylineParts(text: string, { start, end }: Span): FoundByline {
  const line = text.slice(start, end);
  const at = (from: number, length: number): TextSpan => ({
    start: start + from,
    end: start + from + length,
    text: line.slice(from, from + length),
  });
  const email = EMAIL.exec(line);
  const reporters = reporterSpans(line).map(({ start: from, end: to }) => at(from, to - from));
  const { outlet, dateline } = outletAndPlace(
    line,
    reporters.map((reporter) => reporter.start - start),
  );
  return {
    ...at(0, line.length),
    ...(outlet ? { outlet: at(outlet.start, outlet.end - outlet.start) } : {}),
    reporters,
    ...(email ? { email: at(email.index, email[0].length) } : {}),
    ...(dateline ? { dateline: at(dateline.start, dateline.end - dateline.start) } : {}),
  };
}

function reporterSpans(line: string): Span[] {
  const spans = new Map<number, Span>();
  const add = (group: string, at: number, sure: boolean) => {
    for (const { 0: name, index } of group.matchAll(/[가-힣]{2,4}/g)) {
      if (isTitle(name) || isPlace(name) || NO_NAME.test(name) || (!sure && !isPersonName(name))) continue;
      spans.set(at + index, { start: at + index, end: at + index + name.length });
    }
  };
  for (const pattern of [SIGNED, TITLE_FIRST, CREDITED])
    for (const match of line.matchAll(pattern)) {
      const group = match[1] as string;
      const at = match.index + match[0].lastIndexOf(group);
      add(group, pattern === SIGNED ? match.index : at, pattern !== CREDITED);
      // "최산호 권병추 기자": the word before may be a name as well.
      const before =
        pattern === SIGNED ? /(?:^|[\s=(\]】)])([가-힣]{3})\s$/.exec(line.slice(Math.max(0, at - 6), at)) : null;
      if (before && !isOutlet(before[1] as string)) add(before[1] as string, at - 4, false);
    }
  const first = NAME_FIRST.exec(line);
  if (first && spans.size === 0) add(first[1] as string, 0, false);
  const plain = /^기자명?\s{1,3}([가-힣]{2,4})$/.exec(line);
  if (plain) add(plain[1] as string, line.length - (plain[1] as string).length, true);
  return [...spans.values()].sort((a, b) => a.start - b.start);
}

/** In (서울=연합뉴스) the right is the outlet; in [매체=홍길동 기자] the left is, unless it is a place. */
function outletAndPlace(line: string, reporters: readonly number[]): { outlet?: Span; dateline?: Span } {
  const found: { outlet?: Span; dateline?: Span } = {};
  const take = (word: string, from: number, as: "outlet" | "dateline" | "either") => {
    const start = from + word.length - word.trimStart().length;
    // 샌프란시스코(미국)
    const name = word.trim().replace(/(?<=[가-힣]) ?\([가-힣\s]{1,12}\)$/u, "");
    if (name === "" || isTitle(name) || /기자|특파원|통신원|[^\p{L}\p{N}\s·ㆍ,/()&.-]/u.test(name)) return;
    const span = { start, end: start + name.length };
    if (isPlace(name)) found.dateline ??= span;
    else if (as === "outlet" || isOutlet(name)) found.outlet ??= span;
    else if (as === "dateline") found.dateline ??= span;
    else if (name.length >= 4) found.outlet ??= span;
  };
  const copyright = /[ⓒ©]\s{0,2}([^.,\]>)]{2,20})/.exec(line);
  if (copyright)
    take(copyright[1] as string, copyright.index + copyright[0].length - (copyright[1] as string).length, "outlet");
  const inBracket = /^\/?\s{0,2}[[(【〈<]/.test(line);
  const equals = EQUALS.exec(line);
  if (equals) {
    const left = equals[1] as string;
    const right = equals[2] as string;
    const rightAt = equals[0].length - right.length;
    const reporter = reporters.find((at) => at >= rightAt && at < equals[0].length);
    // (서울=연합뉴스): what stands right of = and is no reporter is the outlet, and what stands left of it the place.
    const middle = reporter === undefined ? right : line.slice(rightAt, reporter);
    const named = middle.trim() !== "" && !isPlace(middle) && !/@/.test(middle) && (inBracket || isOutlet(middle));
    if (named) take(middle, rightAt, "outlet");
    const isPlaceRight = reporter !== undefined && middle.trim() !== "" && isPlace(middle.replace(/,\s*$/, ""));
    const abroad = /특파원|통신원/.test(line);
    const both = reporter === undefined || named ? null : outletFirst(left.trim());
    if (both) {
      take(both.outlet, line.indexOf(both.outlet), "outlet");
      if (both.place !== undefined) take(both.place, line.indexOf(both.place, both.outlet.length), "dateline");
    } else if (!ROLE_START.test(left))
      take(left, line.indexOf(left), named || abroad ? "dateline" : left.trim().length >= 4 ? "outlet" : "dateline");
    // [한빛일보=잠실, 홍길동 기자]
    if (isPlaceRight) take(middle.replace(/,\s*$/, ""), rightAt, "dateline");
  }
  const [reporter] = reporters;
  if (reporter !== undefined && found.outlet === undefined) {
    const before = /(?:^|[\s[(【〈</=])([가-힣A-Za-z0-9]{2,15})\s{1,2}$/.exec(
      line.slice(Math.max(0, reporter - 20), reporter),
    );
    const word = before?.[1];
    if (word !== undefined && !NO_NAME.test(word) && word !== "출입" && word !== "기자")
      take(word, line.lastIndexOf(word, reporter - 1), isPersonName(word) ? "dateline" : "either");
  }
  if (found.outlet === undefined) {
    const after = /(?:기자|특파원)\s{0,2}[·|/=]\s{0,2}([가-힣A-Za-z0-9]{2,15})$/.exec(line) ?? NAME_FIRST.exec(line);
    const word = after?.[2] ?? after?.[1];
    if (word !== undefined && isOutlet(word)) take(word, line.lastIndexOf(word), "outlet");
  }
  return found;
}

/** 한빛일보 수원, 스포츠한빛 잠실, 한빛일보 경제부: the outlet, and the place or the desk after it. */
function outletFirst(left: string): { outlet: string; place?: string } | null {
  const [outlet = "", second = "", third] = left.split(/\s+/);
  if (third !== undefined || second === "" || isPlace(outlet)) return null;
  if (isPlace(second)) return { outlet, place: second };
  return isOutlet(outlet) && DESK.test(second) ? { outlet } : null;
}

const DESK = /^[가-힣]{1,6}(?:부|팀|국|본부|취재반)$/;
const EQUALS =
  /^[/[(【〈<\s]{0,4}([^=/|[\](){}\n]{1,30}(?:\([가-힣\s]{1,12}\))?)\s{0,2}[=/|]\s{0,2}([^\])】〉>\n]{0,40})/;
const ROLE_START = /^(?:글|사진|대담|정리|취재|촬영|영상|그래픽|자료)/;
