/**
 * Rule: dates in figures: 2024. 3. 27., '24.3.25.(월), 24/3/25, 2024-03-27, 6.21., 11.4일, 2022.7월, (4.15), '25.1~2월, 3. 18.(토).
 *
 * A bare "4.3" is a date only where the shape says so: a dot, 일, a weekday or a range sign after it, or brackets around it. Percentages, prices,
 * scores, versions, addresses and phone numbers are left alone.
 */
import { isDigit, isHangul, isLatin } from "../characters.js";
import type { Piece } from "../piece.js";
import { APOSTROPHES, CHANGED, DIGITS, type Rule } from "./rule.js";

// Sticky, and bounded: at most 4+2+2 digits and a second day.
const DAY = "3[01]|[12]\\d|0?[1-9]";
const MONTH = "1[0-2]|0?[1-9]";
const LAST_DAY = `(?<joiner> ?[~∼-] ?)(?<last>${DAY})(?![\\d/(]|\\.\\d|\\. (?:1[0-2]|[1-9])\\.|월|%|년)(?<lastTail>일|\\.)?`;
const FULL = new RegExp(
  `(?<quote>['‘’\`´]?)(?<year>\\d{4}|\\d{2})(?<dot>[/-]|\\. ?)(?<month>${MONTH})(?<dot2>[/-]|\\. ?)(?<day>${DAY})(?!\\d)(?<tail>일|\\.(?!\\d))?(?:${LAST_DAY})?`,
  "y",
);
const YEAR_MONTH =
  /(?<quote>['‘’`´]?)(?<year>\d{4}|\d{2})\. ?(?<month>1[0-2]|0?[1-9])(?!\d)(?:(?<joiner> ?[~∼-] ?)(?<last>1[0-2]|[1-9])(?=월|\.(?! ?\d)))?(?<tail>월|\.(?! ?\d))?/y;
const YEAR_PART =
  /(?<quote>['‘’`´])(?<year>\d{2})\. ?(?<part>[1-4]분기|[1-4]Q|[上下]|상반기|하반기|[1-5]?\d주(?=차|[^가-힣]|$|에|부터|까지|의|는|보다))/y;
const MONTH_DAY = new RegExp(
  `(?<month>${MONTH})\\.(?<space> ?)(?<day>${DAY})(?!\\d)(?<tail>일|\\.(?!\\d))?(?:${LAST_DAY})?`,
  "y",
);
const SLASHED = /(?<month>1[0-2]|0?[1-9])\/(?<day>3[01]|[12]\d|0?[1-9])(?!\d)/y;
const YEAR_ONLY = /['‘’`´](\d\d)(?!\d)(?:\.(?!\d))?/y;

/** What may not follow a date in figures: a unit, a letter, more figures. */
const MEASURE =
  /^(?: ?(?:%|퍼센트|배(?![가-힣])|배[로를의 ]|명|억|만(?![가-힣])|만 |만[원명건톤]|조(?!간)|천|점(?!검)|개(?![가-힣])|개(?:월|소|국|사|교|팀|를)|단계|㎞|km|도(?![가-힣])|원|톤|t|㎡|㎏|kg|㎜|mm|m|달러|대(?![가-힣])|위|호|회(?![가-힣])|시간|년|분|초(?![가-힣])|세|건(?![가-힣])|p|P|포인트|kW|MW|GW|ha|㏊|평|승|타|리터|지진|규모|혁명|운동|사태|항쟁|사건|민주|의거|테러|선언|공동선언|계엄|전쟁|참사|총선|지방선거|대선|재보궐|재보선|독립선언|만세))/;

/** Figures that a range sign may join to a date: another day, or month and day, and no decimal. */
const RANGE_AFTER = new RegExp(`^ ?[~∼-] ?(?:(?:${MONTH})\\. ?)?(?:${DAY})(?![\\d%년]|\\.\\d)`);
const OPEN_RANGE_AFTER = /^ ?[~∼](?! ?\d)/;
const RANGE_BEFORE = new RegExp(
  `(?:^|\\D)(?:${MONTH})\\. ?(?:${DAY})(?:\\.|일)?(?:\\([월화수목금토일]\\))?(?:부터)? ?[~∼-] ?$|[(\\s][~∼] ?$`,
);

const WEEKDAY_AFTER = /^ ?\(?[월화수목금토일](?:\)|요일)|^\.?[월화수목금토일](?![가-힣])/;

function count(unit: "year" | "month" | "day", value: number, start: number, end: number, extra: object = {}): Piece {
  return {
    kind: "count",
    unit,
    numbers: [value],
    joint: "one",
    dated: true,
    start,
    end,
    rule: "dotted-date",
    ...extra,
  };
}

function mayBegin(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (at === 0) return true;
  if (isDigit(before) || isLatin(before)) return false;
  const character = text.charAt(at - 1);
  // The value of a parameter in an address: ?d=2024-03-27
  if (character === "=" && isLatin(text.charCodeAt(at - 2))) return false;
  if (".,-/:+".includes(character))
    return !isDigit(text.charCodeAt(at - 2)) && !isLatin(text.charCodeAt(at - 2)) && character !== "/";
  return !"$₩€£¥#제".includes(character);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

type Extra = { readonly numbers?: readonly number[]; readonly joint?: "range" };

/** The day, or both days of 8.26~27. */
function days(day: string, last: string): Extra {
  return last === "" ? {} : { numbers: [Number(day), Number(last)], joint: "range" };
}

function readFull(text: string, at: number): readonly Piece[] | null {
  const found = match(FULL, text, at);
  if (!found?.groups) return null;
  const { quote = "", year = "", month = "", dot = "", dot2 = "", day = "" } = found.groups;
  const { tail = "", joiner = "", last = "" } = found.groups;
  const end = at + found[0].length;
  const four = year.length === 4;
  // '25. 1.29, but not 2024/3.27, nor 2024. 3.5%.
  const mixed = dot !== dot2;
  if (mixed && (dot.charAt(0) !== dot2.charAt(0) || MEASURE.test(text.slice(end, end + 8)) || (!four && quote === "")))
    return null;
  if (four && (Number(year) < 1000 || Number(year) > 2100)) return null;
  if (last !== "" && Number(last) <= Number(day)) return null;
  // 02-2188-60 and 1.2.3 are no dates; 24/3/25 and '24.3.25 are.
  if (dot === "-" && !(four && month.length === 2 && day.length === 2 && joiner !== "-")) return null;
  if (!four && quote === "" && dot === "/" && !/^[1-4]/.test(year)) return null;
  const after = text.charAt(end);
  if (
    after === "-" ||
    after === "/" ||
    isLatin(text.charCodeAt(end)) ||
    (after === "." && isDigit(text.charCodeAt(end + 1)))
  )
    return null;
  const closed =
    tail !== "" ||
    dot === "/" ||
    WEEKDAY_AFTER.test(text.slice(end, end + 5)) ||
    /^ ?[~∼)]/.test(text.slice(end, end + 2));
  if (!four && quote === "" && !closed) return null;
  const monthAt = at + quote.length + year.length + dot.length;
  const dayAt = monthAt + month.length + dot2.length;
  return [
    count("year", Number(year), at, monthAt, four ? {} : { quoted: true }),
    count("month", Number(month), monthAt, dayAt),
    count("day", Number(day), dayAt, end, days(day, last)),
  ];
}

function readYearMonth(text: string, at: number): readonly Piece[] | null {
  const found = match(YEAR_MONTH, text, at);
  if (!found?.groups) return null;
  const { quote = "", year = "", month = "", last = "", tail = "" } = found.groups;
  const end = at + found[0].length;
  const four = year.length === 4;
  if (four && (Number(year) < 1900 || Number(year) > 2100)) return null;
  const after = text.slice(end, end + 8);
  if (!four && quote === "" && tail !== "월") return null;
  // 2024.3 alone is a number; with 월, a dot, brackets or a range sign it is a month.
  if (four && quote === "" && tail === "" && !/^ ?[~∼)]/.test(after)) return null;
  // '25.1주
  if (tail === "" && quote !== "" && /^주(?=차|[^가-힣]|$|에|부터|까지|의|는|보다)/.test(after)) return null;
  if ((tail !== "월" && MEASURE.test(after)) || isLatin(text.charCodeAt(end))) return null;
  const yearEnd = at + quote.length + year.length;
  const monthAt = text.charAt(yearEnd + 1) === " " ? yearEnd + 2 : yearEnd + 1;
  return [
    count("year", Number(year), at, monthAt, four ? {} : { quoted: true }),
    count("month", Number(month), monthAt, end, days(month, last)),
  ];
}

/** '22.3분기, '21.下 */
function readYearPart(text: string, at: number): readonly Piece[] | null {
  const found = match(YEAR_PART, text, at);
  if (!found?.groups) return null;
  const { year = "", part = "" } = found.groups;
  const end = at + found[0].length;
  const partAt = end - part.length;
  const span = { start: partAt, end, rule: "dotted-date" };
  const weeks = /^\d+(?=주)/.exec(part)?.[0];
  if (weeks !== undefined) {
    const week = { kind: "count", unit: "weeks", numbers: [Number(weeks)], joint: "one", ...span } as const;
    return [count("year", Number(year), at, partAt, { quoted: true }), week];
  }
  const piece: Piece = /^\d/.test(part)
    ? { kind: "count", unit: "quarter", numbers: [Number(part.charAt(0))], joint: "one", dated: true, ...span }
    : { kind: "half", half: part === "上" || part === "상반기" ? 1 : 2, ...span };
  return [count("year", Number(year), at, partAt, { quoted: true }), piece];
}

function readMonthDay(text: string, at: number): readonly Piece[] | null {
  const slash = match(SLASHED, text, at);
  const found = match(MONTH_DAY, text, at) ?? slash;
  if (!found?.groups) return null;
  const { month = "", day = "", space = "", tail = "", last = "", lastTail = "" } = found.groups;
  if (last !== "" && Number(last) <= Number(day)) return null;
  const end = at + found[0].length;
  const after = text.slice(end, end + 8);
  const weekday = WEEKDAY_AFTER.test(after);
  if (found === slash && !weekday) return null;
  const closed = tail === "일" || lastTail === "일";
  if (!closed && MEASURE.test(after)) return null;
  if (closed && /^(?:본|반|부(?!터))/.test(after)) return null;
  const before = text.slice(Math.max(0, at - 12), at);
  // 연평균 1.1일, 4.5일 단축
  if (closed && (/평균 ?$/.test(before) || (day.length === 1 && CHANGED.test(after)))) return null;
  if (isLatin(text.charCodeAt(end)) || /^[./-]\d/.test(after)) return null;
  const bracketed = /\S[([]$|, $/.test(before) && /^\s?(?:[)\],]|[가-힣]{2,} ?[),]|부터|까지|현재)/.test(after);
  const range = RANGE_AFTER.exec(after)?.[0].length ?? 0;
  // 1.5∼3.5m
  const measured = range > 0 && MEASURE.test(text.slice(end + range, end + range + 8));
  const ranged = (range > 0 && !measured) || OPEN_RANGE_AFTER.test(after) || RANGE_BEFORE.test(before);
  const cued = /^ ?(?:부터|까지|기준|현재|자(?![가-힣])|이후|이전|시행|개최|개회|공포|공고|발표|체결)/.test(after);
  const dotted =
    tail === "." && (space !== "" || day.length === 2 || bracketed || !isHangul(text.charCodeAt(end)) || cued);
  if (!(weekday || closed || ranged || dotted || lastTail === "." || bracketed || (cued && space === ""))) return null;
  const dayAt = at + month.length + 1 + space.length;
  return [count("month", Number(month), at, dayAt), count("day", Number(day), dayAt, end, days(day, last))];
}

function readYear(text: string, at: number): readonly Piece[] | null {
  const found = match(YEAR_ONLY, text, at);
  if (!found) return null;
  const end = at + found[0].length;
  // '19) and '11~: brackets or a range sign close it. '22시즌 is read too; '3, '10' and ‘24.5도’ are not.
  const closed = /^(?:$|[)\],~∼→:-]|\s|시즌)/.test(text.slice(end, end + 2));
  const bracketed = text.charAt(at - 1) === "(" && isHangul(text.charCodeAt(end));
  return closed || bracketed ? [count("year", Number(found[1]), at, end, { quoted: true, bare: true })] : null;
}

function read(text: string, at: number): readonly Piece[] | null {
  const quoted = APOSTROPHES.includes(text.charAt(at));
  if (quoted ? isDigit(text.charCodeAt(at - 1)) || isLatin(text.charCodeAt(at - 1)) : !mayBegin(text, at)) return null;
  const dated = readFull(text, at) ?? readYearMonth(text, at);
  if (dated) return dated;
  if (!quoted) return readMonthDay(text, at);
  // '22년 belongs to the counted units.
  return /[년年학회]/.test(text.charAt(at + 3)) ? null : (readYearPart(text, at) ?? readYear(text, at));
}

export const dottedDate: Rule = { id: "dotted-date", starts: DIGITS + APOSTROPHES, read };
