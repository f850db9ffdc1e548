/**
 * Which lines of a page are no part of its article.
 *
 * Shapes  one line → what it is (`kind`) and how sure that is (`strength`), or null for everything else.
 *         strong  boilerplate wherever it stands: 무단전재 및 재배포 금지
 *         weak    boilerplate only beside other boilerplate: 댓글, 이전, 정치
 *         header  a list of other articles follows: 관련기사
 * Source  dictionaries/article/phrases.tsv, menu-words.tsv, weather-words.tsv.
 *
 * When in doubt a line is article text: losing a paragraph is far worse than keeping a menu.
 */
import { isOutlet } from "./byline-names.js";
import { isDateLine } from "./date-lines.js";
import { MENU_REGIONS, MENU_SECTIONS } from "./page-words.table.js";
import { PHRASES, type PhraseRow } from "./phrases.table.js";
import { isTicker } from "./weather-ticker.js";

export type BoilerplateKind = PhraseRow["kind"] | "masthead" | "date" | "views" | "tags" | "breadcrumb" | "symbols";

export interface BoilerplateMark {
  readonly kind: BoilerplateKind;
  readonly strength: PhraseRow["strength"];
}

/** A longer line is prose, whatever words it holds. */
const LONGEST_PHRASE_LINE = 160;
const LONGEST_MENU = 400;
/** A line that ends as a sentence and is longer than this holds no boilerplate phrase worth a sentence's loss. */
const LONGEST_SENTENCE = 60;

const WHOLE_LINES = new Map<string, BoilerplateMark>();
const INSIDE: { phrase: string; mark: BoilerplateMark }[] = [];
for (const { kind, strength, match, phrases } of PHRASES)
  for (const phrase of phrases.split("|"))
    if (match === "line") WHOLE_LINES.set(keyOf(phrase), { kind, strength });
    else INSIDE.push({ phrase: keyOf(phrase), mark: { kind, strength } });

/** One look for any of them, which nearly every line ends with. */
const ANY_INSIDE = new RegExp(INSIDE.map(({ phrase }) => phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"));

/** 관련기사, 주요뉴스: the paper's name may stand before them. */
const HEADERS = [...WHOLE_LINES].filter(([, { strength }]) => strength === "header").map(([phrase]) => phrase);

const SECTIONS = new Set(MENU_SECTIONS);
const REGIONS = new Set(MENU_REGIONS);

/** A line as phrases are compared: no white space, no marks but those that mean something. */
function keyOf(line: string): string {
  return line.replace(/[\s·ㆍ・|│,.:*#<>‹›«»[\](){}【】〈〉「」“”"‘’'/▶▷◀◁►▲▼△▽■□●○◆◇★☆→←>_=~-]/g, "").toLowerCase();
}

export function markOf(line: string): BoilerplateMark | null {
  if (line.length > LONGEST_MENU) return null;
  if (isTicker(line)) return { kind: "weather", strength: "strong" };
  if (line.length <= LONGEST_PHRASE_LINE) {
    const mark = phraseMark(line) ?? shapeMark(line);
    if (mark) return mark;
  }
  return menuMark(line);
}

function phraseMark(line: string): BoilerplateMark | null {
  if (ENDS_AS_PROSE.test(line) && (line.length > LONGEST_SENTENCE || !PAGE_SENTENCE.test(line))) return null;
  const key = keyOf(line);
  const whole = WHOLE_LINES.get(key) ?? WHOLE_LINES.get(key.replace(/\d{1,4}$/, ""));
  if (whole) return whole;
  const header = HEADERS.find((phrase) => key.endsWith(phrase));
  if (header && isOutlet(key.slice(0, -header.length))) return { kind: "related", strength: "header" };
  return ANY_INSIDE.test(key) ? (INSIDE.find(({ phrase }) => key.includes(phrase))?.mark ?? null) : null;
}

/** Sentences of a page's own: "무단 전재를 금지합니다.", "네이버에서 구독하세요." */
const PAGE_SENTENCE =
  /금지|ⓒ|©|구독|제보|후원|클릭|추천|공유|조정|분류|(?:본지|본란|신문|칼럼|기고|필[자진]|외부).{0,30}(?:습니다|음)/;
const ENDS_AS_PROSE = /[다요][.!?]["”’')\]]{0,2}$/;
const VIEWS =
  /^(?:조회(?:수)?|추천(?:수)?|댓글(?:수)?|공감(?:수)?|좋아요|읽음|HIT|hit|Views?|댓글 ?\(|추천 ?\()\s{0,2}[:：]?\s{0,2}\(?[\d,]{1,9}\)?(?:회|건|개|명)?$/;
const TAGS =
  /^(?:(?:Tags?|TAG|태그|키워드|해시태그)\s{0,2}[:：]?\s{0,2}[#\p{L}]|#[\p{L}\p{N}_]{1,20}(?:\s{1,3}#[\p{L}\p{N}_]{1,20}){1,30}$)/u;
const SYMBOLS = /^[^\p{L}\p{N}]{1,40}$/u;
const BREADCRUMB = /^(?:홈|HOME|Home|뉴스홈|메인|뉴스|NEWS)(?:\s{0,2}[>›»]\s{0,2}[^>›»]{1,14}){1,5}$/;
const FONT_SIZE = /^(?:글자|글씨|폰트|본문 ?글씨)\s?(?:크기|키우기|줄이기)[\s가나A+\-–가-힣]{0,16}$/;
const QUOTATION = /[“”"‘’]/;

function shapeMark(line: string): BoilerplateMark | null {
  if (VIEWS.test(line)) return { kind: "views", strength: "strong" };
  if (TAGS.test(line)) return { kind: "tags", strength: "strong" };
  if (BREADCRUMB.test(line)) return { kind: "breadcrumb", strength: "strong" };
  if (FONT_SIZE.test(line)) return { kind: "share", strength: "strong" };
  const date = isDateLine(line);
  if (date) return { kind: "date", strength: date };
  if (SYMBOLS.test(line) && !QUOTATION.test(line)) return { kind: "symbols", strength: "weak" };
  return null;
}

const FIRST_WORD = /[^\s|│>›»·ㆍ∙•/,]{1,20}/;

/** 정치 경제 사회 문화, 홈 > 정치 > 국회. A row of regions alone may be the head of a table. */
function menuMark(line: string): BoilerplateMark | null {
  const first = FIRST_WORD.exec(line)?.[0];
  if (first === undefined || !(SECTIONS.has(first) || REGIONS.has(first))) return null;
  const words = line.split(/[\s|│>›»·ㆍ∙•/,]{1,8}/).filter((word) => word !== "");
  if (words.length === 0 || words.length > 80) return null;
  let sections = 0;
  for (const word of words) {
    if (SECTIONS.has(word)) sections++;
    else if (!REGIONS.has(word)) return null;
  }
  if (sections === 0) return words.length === 1 ? { kind: "menu", strength: "weak" } : null;
  if (/[>›»]/.test(line) && words.length >= 2) return { kind: "breadcrumb", strength: "strong" };
  return { kind: "menu", strength: words.length >= 4 && sections >= 3 ? "strong" : "weak" };
}
