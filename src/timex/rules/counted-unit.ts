/**
 * Rule: a number and a unit of time: 27일, 2024년, ’22년, 5~7일, 10월, 3·4일, 10여 년, 3천 년, 二十七日, 19세기.
 * Whether "3일" is a day of the month or three days is not decided here.
 */
import { isDigit, isHangul, isLatin, wordEndsAt } from "../characters.js";
import { DIGIT_UNITS } from "../numerals.table.js";
import { type ReadNumber, readDigits, readHanja } from "../numbers.js";
import type { Piece, Unit } from "../piece.js";
import { APOSTROPHES, DIGITS, type Rule } from "./rule.js";

const HANJA = "〇一二三四五六七八九十";

/** What begins right after the unit when the unit is the head of another word: 3시리즈, 5분의 1, 100달러, 70주년, 10초등. */
const OTHER_WORD: Partial<Record<Unit, RegExp>> = {
  year: /^(?:[생제산형](?![가-힣]*[년월일])|근속|짜리 )/,
  month: /^(?:급|세|드|등|요일|호(?!우)| (?:모의평가|모의고사|모평|학력평가|학평))/,
  months: /^(?:러|성|라|리|력)/,
  day: /^(?:본|반|부(?!터|로)|자리|원(?!에)|제|대(?![가-힣]?$)|상|시(?!작)|정(?!오)|꾼|괄|보|장(?!관)|터|관(?:되|성)|당(?! )|컬|치)/,
  weeks: /^(?:년|기(?!간)|식|주|당|택|요|민|장|거|제|문|권|인|행|변|력|관|최|연|총)/,
  hour: /^(?:리즈|즌|루|장|민|청|군|도(?:[^\s]|$)|내|의회|속|대|설|스템|각|작|급|범|험|행|중|가총|기|점| ?방향| (?:편의점|무인|마트|카페|찜질방|세탁))/,
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

/** Whether a number can begin at `at`: nothing before it makes it the tail of another one, of a name or of an ordinal. */
export function numberMayBegin(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (at === 0 || Number.isNaN(before)) return true;
  if (isDigit(before) || isLatin(before)) return false;
  const character = text.charAt(at - 1);
  if (
    character === "." ||
    character === "," ||
    character === ":" ||
    character === "/" ||
    character === "·" ||
    character === "ㆍ"
  )
    return !isDigit(text.charCodeAt(at - 2)) || (character === "," && !/^\d{3}(?!\d)/.test(text.slice(at, at + 4)));
  // +13일, D+7일
  if (/(?:^|[\s(,]|D)\+ ?$/.test(text.slice(Math.max(0, at - 3), at))) return false;
  if (character === "-" || character === "+")
    return !isDigit(text.charCodeAt(at - 2)) && !isLatin(text.charCodeAt(at - 2));
  return !(character === "제" && !isHangul(text.charCodeAt(at - 2))) && !"$₩€£¥#".includes(character);
}

const JOINERS = "~∼～〜-–—·ㆍ･․,";

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
    const joiner = text.charAt(at);
    if (joiner === "" || !JOINERS.includes(joiner)) break;
    at++;
    // 7.36 대 1, 5월: a comma and a space part two numbers, but for the days of one month: 11월 2, 9, 16일.
    if (text.charAt(at) === " ") {
      if (joiner === "," && !ofMonth) break;
      at++;
    }
    const next = isDigit(text.charCodeAt(at)) ? readDigits(text, at) : null;
    if (!next || (joiner === "," && (next.width > 2 || first.width > 2))) break;
    numbers.push(next.value);
    joint = "·ㆍ･․,".includes(joiner) ? "list" : numbers.length === 2 ? "range" : joint;
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
    const born = unit === "year" && !spaced && text.charAt(end) === "생" && isDigit(text.charCodeAt(at - 4));
    if (!born && other?.test(text.slice(end, end + 6))) return null;
    // 코로나19 시기, 3 일반: a unit after a space is a word of its own.
    if (spaced && !wordEndsAt(text, end) && !/^[간동만째반내전후뒤씩말초상하안]/.test(text.charAt(end))) return null;
    return { unit, end };
  }
  return null;
}

function read(text: string, at: number): readonly Piece[] | null {
  const quoted = APOSTROPHES.includes(text.charAt(at));
  const start = quoted ? at + 1 : at;
  if (quoted ? isDigit(text.charCodeAt(at - 1)) || isLatin(text.charCodeAt(at - 1)) : !numberMayBegin(text, at))
    return null;
  const first = isDigit(text.charCodeAt(start)) ? readDigits(text, start) : quoted ? null : readHanja(text, start);
  if (!first || (quoted && first.width !== 2)) return null;
  const list = readMore(text, start, first);
  const single = { numbers: [first.value], joint: "one" as const, end: first.end };
  for (const { numbers, joint, end } of list.numbers.length > 1 ? [list, single] : [single]) {
    const fraction =
      joint === "one" && text.charAt(end) === "." && isDigit(text.charCodeAt(end + 1))
        ? readDigits(text, end + 1)
        : null;
    const afterNumber = fraction && !quoted ? fraction.end : end;
    const more = text.charAt(afterNumber) === "여";
    const unit = readUnit(text, more ? afterNumber + 1 : afterNumber);
    if (!unit) continue;
    const most = MOST[unit.unit];
    const least = unit.unit === "hour" ? 0 : 1;
    if (most !== undefined && numbers.some((number) => number > most || number < least)) continue;
    if (fraction && !quoted) {
      if (!["months", "year", "hours", "second", "weeks"].includes(unit.unit)) continue;
      const value = Number(text.slice(start, fraction.end));
      return [
        { kind: "count", start: at, end: unit.end, rule: "counted-unit", unit: unit.unit, numbers: [value], joint },
      ];
    }
    if (quoted && unit.unit !== "year") continue;
    const grouped = joint === "one" && /[,천만백]/.test(text.slice(start, end));
    return [
      {
        kind: "count",
        start: at,
        end: unit.end,
        rule: "counted-unit",
        unit: unit.unit,
        numbers,
        joint,
        ...(quoted && { quoted }),
        ...(more && { more }),
        ...(grouped && { grouped }),
      },
    ];
  }
  return null;
}

export const countedUnit: Rule = { id: "counted-unit", starts: DIGITS + APOSTROPHES + HANJA, read };
