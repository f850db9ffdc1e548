/**
 * Whether one name is a short form of another, and how. Characters are syllables, so an abbreviation of a Korean body takes
 * syllables in order, beginning at the first of a word: 과학기술정보통신부 → 과기정통부.
 */
import { ACRONYMS } from "./organisation.table.js";
import { unitsNamed } from "./gazetteer.js";
import { isHangul, nameKey } from "./name-key.js";

export type Abbreviation = "known" | "head" | "tail" | "syllables" | "inner";

/** Full or short names that a key is paired with in the table. */
const PARTNERS: ReadonlyMap<string, readonly string[]> = (() => {
  const partners = new Map<string, string[]>();
  const add = (from: string, to: string) => partners.set(from, [...(partners.get(from) ?? []), to]);
  for (const line of ACRONYMS.split("\n")) {
    const [short = "", full = ""] = line.split("\t").map(nameKey);
    add(short, full);
    add(full, short);
  }
  return partners;
})();
export const knownPartners = (key: string): readonly string[] => PARTNERS.get(key) ?? [];

const LETTERS: Readonly<Record<string, string>> = {
  a: "에이", b: "비", c: "시", d: "디", e: "이", f: "에프", g: "지", h: "에이치", i: "아이", j: "제이", k: "케이",
  l: "엘", m: "엠", n: "엔", o: "오", p: "피", q: "큐", r: "아르", s: "에스", t: "티", u: "유", v: "브이", w: "더블유",
  x: "엑스", y: "와이", z: "제트",
}; // biome-ignore format: one row a line
/** Words before the name proper, which an abbreviation may pass over. */
const PREFIX = /^(?:한국|대한민국|대한|전국|국립|국제|중앙|미국|국회|국가)/u;

/** What is left of a full name after its head, where that makes another body: 서울대 + 병원, 경기도 + 의회. */
const OTHER_BODY =
  /^(?:의회|교육청|경찰청|소방|노조|노동조합|병원|의대|협회|재단|연구|센터|위원회|지부|지회|지점|지사|지법|지검|법원|검찰|선관위|선거관리|문화|도서관|박물관|미술관|체육|시설|도시|상의|상공|사진|기자|노동|농민회|주민|번영회|상인|청년|시장본부|대사관|총영사관|영사관|군$|공군|해군|육군|경찰|국방|외교|외무|재무|상무|중앙|연방|대표팀|여자|남자|프로|대통령|총리|올림픽|월드컵|산하|공장|캠퍼스|출신|사업|기업|은행|대학|초등|중학|고등|농협|신문|일보|방송|예술|국제|공항|항만|항공우주|교통공사|관광공사|테크노|경제|국립|시립|도립|보건|본부|지역|지방)/u;

/** What any of the writings below changes: most names have none of it. */
const VARIES = /[a-z]|아르|대학|고등|지방|[례역별]시/u;

/** Letters read out and last words cut short, what two writings of one full name share: SNA대학교 → 에스엔에이대. */
export const sameSpeltOut = (key: string): string => (VARIES.test(key) ? speltOut(key) : key);

const speltOut = (key: string): string =>
  key
    .replace(/[a-z]/gu, (letter) => LETTERS[letter]!)
    .replaceAll("아르", "알")
    .replace(/대학교?$/u, "대")
    .replace(/고등학교$/u, "고")
    .replace(/지방법원/u, "지법")
    .replace(/지방검찰청/u, "지검")
    .replace(/고등법원/u, "고법")
    .replace(/고등검찰청/u, "고검")
    .replace(/특례시$|광역시$|특별시$/u, "시");

/** How the key `short` abbreviates the key `full`; `written` is the full name with its spaces. */
export function abbreviates(short: string, full: string, written = full): Abbreviation | undefined {
  if (knownPartners(short).includes(full)) return "known";
  // LG전자 and 엘지전자 are of one length.
  if (short !== full && sameSpeltOut(short) === sameSpeltOut(full)) return "known";
  if (short.length >= full.length || short.length < 2) return undefined;
  if (full.replace(/^(?:한국|대한민국)/u, "") === short && written.includes(" ")) return "known";
  if (full.endsWith(short)) return "tail";
  if (full.startsWith(short)) return OTHER_BODY.test(full.slice(short.length)) ? undefined : "head";
  if (syllablesOf(short, full, written)) return "syllables";
  return short.length >= 3 && isHangul(short) && full.includes(short) ? "inner" : undefined;
}

/** Offsets of a key at which an abbreviation of it may begin: its start, its words, what follows a place or 한국. */
export function abbreviationStarts(full: string, written: string): ReadonlySet<number> {
  const starts = new Set([0, PREFIX.exec(full)?.[0].length ?? 0, /^\d{1,4}/u.exec(full)?.[0].length ?? 0]);
  const words = written.split(" ");
  for (let i = 0, at = 0; i < words.length - 1; i++) {
    at += nameKey(words[i]!).length;
    starts.add(at);
  }
  for (const length of [2, 3]) if (unitsNamed(full.slice(0, length)).length > 0) starts.add(length);
  return starts;
}

/** An abbreviation ends within this many syllables of its full name's end: 중앙재난안전대책본부 → 중대본, not 중재. */
export const REACHES = 4;

/** True when the syllables of `short` occur in `full` in order. */
function isSpread(short: string, full: string): boolean {
  let at = -1;
  for (let i = 0; i < short.length; i++) {
    at = full.indexOf(short[i]!, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** True when the syllables of `short` occur in `full` in order, the first at one of its starts. */
function syllablesOf(short: string, full: string, written: string): boolean {
  if (!isHangul(short) || full.length < 4) return false;
  if (!full.slice(-REACHES).includes(short.at(-1)!) || !isSpread(short, full)) return false;
  for (const start of abbreviationStarts(full, written)) {
    if (full[start] !== short[0]) continue;
    let at = start;
    for (let i = 1; i < short.length && at >= 0; i++) at = full.indexOf(short[i]!, at + 1);
    if (at >= 0) return true;
  }
  return false;
}
