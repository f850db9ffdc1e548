/**
 * Rule: a number and a unit of time: 27일, 2024년, ’22년, 5~7일, 10월, 3·4일, 10여 년, 3천 년, 二十七日, 19세기.
 * Whether "3일" is a day of the month or three days is not decided here.
 */
import { isDigit, isHangul, isLatin, wordEndsAt } from "../characters.js";
import { DIGIT_UNITS } from "../numerals.table.js";
import { type ReadNumber, readDigits, readHanja } from "../numbers.js";
import type { Piece, Unit } from "../piece.js";
import { APOSTROPHES, CHANGED, DIGITS, type Rule } from "./rule.js";

const HANJA = "〇一二三四五六七八九十";

/** What begins right after the unit when the unit is the head of another word: 3시리즈, 5분의 1, 100달러, 70주년, 10초등. */
const OTHER_WORD: Partial<Record<Unit, RegExp>> = {
  year: /^(?:[생제산형]|근속|짜리 )/,
  month: /^(?:급|세|드|등|요일|호(?!우)| (?:모의평가|모의고사|모평|학력평가|학평))/,
  months: /^(?:러|성|라|리|력)/,
  day: /^(?:본|반|부(?!터|로)|자리|원|제|대|상|시(?!작)|정(?!오)|꾼|괄|보|장(?!관)|터|관(?:되|성)|당|컬|치)/,
  weeks: /^(?:년|기(?!간)|식|주|당|택|요|민|장|거|제|문|권|인|행|변|력|관|최|연|총)/,
  hour: /^(?:리즈|즌|루|장|민|청|군|도(?! )|내|의회|속|대|설|스템|각|작|급|범|험|행|중|가총|기|점| ?(?:방향|편의점|무인|마트|카페|찜질방|세탁))/,
  minute:
    /^(?: ?(?:자유 ?)?발언|토론|도시|의 ?\d|의 ?[일이삼사오육칠팔구십]|야|류|석|량|할|양|위|포|산|당|쟁|점|기술|배|리|노|자)/,
  second: /^(?:등|중|안|고|과|반|점|대|급|청|미|선|기)/,
  quarter: /^(?:점|술)/,
  term: /^제/,
  century: /^관/,
};

/** Of what is numbered through, the last number; the first is 1, of hours 0. */
const MOST: Partial<Record<Unit, number>> = { month: 12, quarter: 4, term: 2, half: 2, hour: 24, century: 30 };
const MOST_NUMBERS = 8;
/** What is counted in parts of one; 2.5일 is a day of February, 16.9일 and 28.0일 are no days of any month. */
const FRACTIONAL = new Set<Unit>(["months", "year", "hours", "minute", "second", "weeks"]);

/** Whether a number can begin at `at`: nothing before it makes it the tail of another one, of a name or of an ordinal. */
export function numberMayBegin(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  if (isDigit(before) || isLatin(before)) return false;
  const character = text.charAt(at - 1);
  const earlier = text.charCodeAt(at - 2);
  if (character === ",") return !isDigit(earlier) || !/^\d{3}(?!\d)/.test(text.slice(at, at + 4));
  if (".:/·ㆍ".includes(character)) return !isDigit(earlier);
  // +13일, D+7일
  if (/(?:^|[\s(,]|D)\+ ?$/.test(text.slice(Math.max(0, at - 3), at))) return false;
  if (character === "-" || character === "+") return !isDigit(earlier) && !isLatin(earlier);
  if (character === "제") return isHangul(earlier);
  return !"$₩€£¥#".includes(character);
}

/** Between two numbers of a list; what else joins them makes a range. */
const LISTS = "·ㆍ･․,";
const JOINERS = `~∼〜-–—${LISTS}`;

/** Rests of one list of numbers: the numbers after the first, and how they are joined. */
function readMore(
  text: string,
  start: number,
  first: ReadNumber,
): { numbers: number[]; joint: "one" | "range" | "list"; end: number } {
  const numbers = [first.value];
  let { end } = first;
  const ofMonth = /[월달] ?$/.test(text.slice(Math.max(0, start - 2), start));
  let joint: "one" | "range" | "list" = "one";
  while (numbers.length < MOST_NUMBERS) {
    let at = end;
    if (text.charAt(at) === ".") at++;
    if (text.charAt(at) === " ") at++;
    const joiner = text.charAt(at++);
    if (!JOINERS.includes(joiner)) break;
    // 7.36 대 1, 5월: a comma and a space part two numbers, but for the days of one month: 11월 2, 9, 16일.
    if (text.charAt(at) === " ") {
      if (joiner === "," && !ofMonth) break;
      at++;
    }
    const next = readDigits(text, at);
    if (!next || (joiner === "," && (next.width > 2 || first.width > 2))) break;
    numbers.push(next.value);
    joint = LISTS.includes(joiner) ? "list" : numbers.length === 2 ? "range" : joint;
    end = next.end;
  }
  return { numbers, joint, end };
}

/** The unit at `at`, after an optional space. */
export function readUnit(text: string, at: number): { unit: Unit; end: number } | null {
  const spaced = text.charAt(at) === " ";
  const start = spaced ? at + 1 : at;
  for (const [word, unit] of DIGIT_UNITS) {
    if (!text.startsWith(word, start)) continue;
    if (spaced && unit === "month") continue;
    const end = start + word.length;
    const other = OTHER_WORD[unit];
    // 1964년생 has a year in it, 4년생 has none.
    const born = unit === "year" && text.charAt(end) === "생" && isDigit(text.charCodeAt(at - 4));
    if (!born && other?.test(text.slice(end, end + 6))) return null;
    // 코로나19 시기, 3 일반: a unit after a space is a word of its own.
    if (spaced && !wordEndsAt(text, end) && !/[간동만째반내전후뒤씩말초상하안]/.test(text.charAt(end))) return null;
    return { unit, end };
  }
  return null;
}

/** 16.9일 and 28.0일 are no days of any month; 연평균 1.1일, 4.5일 단축. */
function isDecimal(text: string, start: number, first: ReadNumber, fraction: ReadNumber, end: number): boolean {
  if (first.value > 12 || fraction.value === 0 || fraction.value > 31) return true;
  if (/평균 ?$/.test(text.slice(Math.max(0, start - 3), start))) return true;
  return fraction.width === 1 && CHANGED.test(text.slice(end, end + 4));
}

function read(text: string, at: number): readonly Piece[] | null {
  const quoted = APOSTROPHES.includes(text.charAt(at));
  const start = quoted ? at + 1 : at;
  if (quoted ? isDigit(text.charCodeAt(at - 1)) || isLatin(text.charCodeAt(at - 1)) : !numberMayBegin(text, at))
    return null;
  const first = readDigits(text, start) ?? (quoted ? null : readHanja(text, start));
  if (!first || (quoted && first.width !== 2)) return null;
  const list = readMore(text, start, first);
  const single = { numbers: [first.value], joint: "one" as const, end: first.end };
  for (const { numbers, joint, end } of list.numbers.length > 1 ? [list, single] : [single]) {
    const fraction = joint === "one" && !quoted && text.charAt(end) === "." ? readDigits(text, end + 1) : null;
    const afterNumber = fraction?.end ?? end;
    const more = text.charAt(afterNumber) === "여";
    const found = readUnit(text, more ? afterNumber + 1 : afterNumber);
    if (!found) continue;
    const { unit } = found;
    const most = MOST[unit] ?? Number.POSITIVE_INFINITY;
    const least = unit in MOST && unit !== "hour" ? 1 : 0;
    if (numbers.some((number) => number > most || number < least)) continue;
    const piece = { kind: "count", start: at, end: found.end, rule: "counted-unit", unit, joint } as const;
    if (fraction) {
      const isLength = unit === "day" && isDecimal(text, start, first, fraction, found.end);
      if (!isLength && !FRACTIONAL.has(unit)) continue;
      return [{ ...piece, numbers: [Number(text.slice(start, fraction.end))], ...(isLength && { grouped: true }) }];
    }
    // '60년 만의 최악': a mark of quotation.
    if (quoted && (unit !== "year" || /^ ?만[에의]/.test(text.slice(found.end, found.end + 3)))) continue;
    const grouped = joint === "one" && /[,천만백]/.test(text.slice(start, end));
    return [{ ...piece, numbers, ...(quoted && { quoted }), ...(more && { more }), ...(grouped && { grouped }) }];
  }
  return null;
}

export const countedUnit: Rule = { id: "counted-unit", starts: DIGITS + APOSTROPHES + HANJA, read };
