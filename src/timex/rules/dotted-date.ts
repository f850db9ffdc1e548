/**
 * Rule: dates in figures: 2024. 3. 27., '24.3.25.(월), 24/3/25, 2024-03-27, 6.21., 11.4일, 2022.7월, (4.15), '25.1~2월, 3. 18.(토).
 *
 * A bare "4.3" is a date only where the shape says so: a dot, 일, a weekday or a range sign after it, or brackets around it. Percentages, prices,
 * scores, versions, addresses and phone numbers are left alone.
 */
import { isDigit, isHangul, isLatin } from "../characters.js";
import type { Piece } from "../piece.js";
import { APOSTROPHES, DIGITS, type Rule } from "./rule.js";

// Sticky, and bounded: at most 4+2+2 digits.
const FULL =
  /(?<quote>['‘’`´]?)(?<year>\d{4}|\d{2})(?<dot>[./-]|\. )(?<month>1[0-2]|0?[1-9])(?:\k<dot>)(?<day>3[01]|[12]\d|0?[1-9])(?!\d)(?<tail>일|\.(?!\d))?/y;
const YEAR_MONTH =
  /(?<quote>['‘’`´]?)(?<year>\d{4}|\d{2})\. ?(?<month>1[0-2]|0?[1-9])(?!\d)(?:(?<joiner> ?[~∼～-] ?)(?<last>1[0-2]|[1-9])(?=월|\.(?! ?\d)))?(?<tail>월|\.(?! ?\d))?/y;
const MONTH_DAY = /(?<month>1[0-2]|0?[1-9])\.(?<space> ?)(?<day>3[01]|[12]\d|0?[1-9])(?!\d)(?<tail>일|\.(?!\d))?/y;
const SLASHED = /(?<month>1[0-2]|0?[1-9])\/(?<day>3[01]|[12]\d|0?[1-9])(?!\d)/y;
const YEAR_ONLY = /(?<quote>['‘’`´])(?<year>\d{2})(?!\d)(?<tail>\.(?!\d))?/y;

/** What may not follow a date in figures: a unit, a letter, more figures. */
const MEASURE =
  /^(?: ?(?:%|퍼센트|배|명|억|만|조(?!간)|천|점|개|단계|㎞|km|도|원|톤|t|㎡|㎏|kg|㎜|mm|m|달러|대|위|호|회|시간|년|분|초|세|건|p|P|포인트|kW|MW|GW|ha|㏊|평|승|타|리터|혁명|운동|사태|항쟁|사건|민주|의거|테러|선언|공동선언|계엄|전쟁|참사|총선|지방선거|대선|재보궐|재보선|독립선언|만세))/;

const WEEKDAY_AFTER = /^ ?\(?[월화수목금토일](?:\)|요일)|^\.[월화수목금토일](?![가-힣])/;

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
  if (at === 0 || Number.isNaN(before)) return true;
  if (isDigit(before) || isLatin(before)) return false;
  const character = text.charAt(at - 1);
  if (".,-/:+".includes(character))
    return !isDigit(text.charCodeAt(at - 2)) && !isLatin(text.charCodeAt(at - 2)) && character !== "/";
  return !"$₩€£¥#△▲▽▼제".includes(character);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function readFull(text: string, at: number): readonly Piece[] | null {
  const found = match(FULL, text, at);
  if (!found?.groups) return null;
  const { quote = "", year = "", month = "", dot = "", day = "", tail = "" } = found.groups;
  const end = at + found[0].length;
  const four = year.length === 4;
  if (four && (Number(year) < 1000 || Number(year) > 2100)) return null;
  // 02-2188-60 and 1.2.3 are no dates; 24/3/25 and '24.3.25 are.
  if (dot === "-" && !(four && month.length === 2 && day.length === 2)) return null;
  if (!four && quote === "" && dot === "/" && !/^(?:[1-4]\d)$/.test(year)) return null;
  const after = text.charAt(end);
  if (
    after === "-" ||
    after === "/" ||
    isLatin(text.charCodeAt(end)) ||
    (after === "." && isDigit(text.charCodeAt(end + 1)))
  )
    return null;
  if (
    !four &&
    quote === "" &&
    !tail &&
    dot !== "/" &&
    !WEEKDAY_AFTER.test(text.slice(end, end + 5)) &&
    !/^ ?[~∼～)]/.test(text.slice(end, end + 2))
  )
    return null;
  const yearEnd = at + quote.length + year.length;
  const monthEnd = yearEnd + dot.length + month.length;
  return [
    count("year", Number(year), at, yearEnd, four ? {} : { quoted: true }),
    count("month", Number(month), yearEnd + dot.length, monthEnd),
    count(
      "day",
      Number(day),
      monthEnd + dot.length,
      dot === ". " && tail === "" && text.charAt(end) === "." ? end + 1 : end,
    ),
  ];
}

function readYearMonth(text: string, at: number): readonly Piece[] | null {
  const found = match(YEAR_MONTH, text, at);
  if (!found?.groups) return null;
  const { quote = "", year = "", month = "", joiner = "", last = "", tail = "" } = found.groups;
  const end = at + found[0].length;
  const four = year.length === 4;
  if (four && (Number(year) < 1900 || Number(year) > 2100)) return null;
  const after = text.slice(end, end + 8);
  if (!four && quote === "" && tail !== "월") return null;
  // 2024.3 alone is a number; with 월, a dot, brackets or a range sign it is a month.
  if (four && quote === "" && tail === "" && !/^ ?[~∼～)]/.test(after)) return null;
  if (MEASURE.test(after) || isLatin(text.charCodeAt(end))) return null;
  const yearEnd = at + quote.length + year.length;
  const monthAt = text.charAt(yearEnd + 1) === " " ? yearEnd + 2 : yearEnd + 1;
  const pieces: Piece[] = [count("year", Number(year), at, yearEnd, four ? {} : { quoted: true })];
  if (last === "") pieces.push(count("month", Number(month), monthAt, end));
  else
    pieces.push(
      count("month", Number(month), monthAt, end, {
        numbers: [Number(month), Number(last)],
        joint: joiner ? "range" : "one",
      }),
    );
  return pieces;
}

function readMonthDay(text: string, at: number): readonly Piece[] | null {
  const found = match(MONTH_DAY, text, at) ?? match(SLASHED, text, at);
  if (!found?.groups) return null;
  const { month = "", day = "", space = "", tail = "" } = found.groups;
  const end = at + found[0].length;
  const after = text.slice(end, end + 8);
  const slashed = found[0].includes("/");
  const weekday = WEEKDAY_AFTER.test(after);
  if (slashed && !weekday) return null;
  if (tail !== "일" && MEASURE.test(after)) return null;
  if (tail === "일" && /^(?:본|반|부(?!터))/.test(after)) return null;
  if (isLatin(text.charCodeAt(end)) || /^[./-]\d/.test(after)) return null;
  const bracketed =
    /[(（\[~∼～,]\s?$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\s?(?:[)）\],~∼～→]|$|[가-힣]{2,} ?[)）,]|부터|까지|현재)/.test(after);
  const ranged =
    /^ ?[~∼～]/.test(after) ||
    /\d\.? ?[~∼～-] ?$/.test(text.slice(Math.max(0, at - 5), at)) ||
    /^-(?:1[0-2]|[1-9])\.\d/.test(after);
  const cued = /^ ?(?:부터|까지|기준|현재|자(?![가-힣])|이후|이전|시행|개최|공포|공고|발표|체결)/.test(after);
  const list = /(?:\d\.?|\)), $/.test(text.slice(Math.max(0, at - 4), at));
  if (
    !weekday &&
    tail !== "일" &&
    !(
      tail === "." &&
      (space !== "" || bracketed || ranged || cued || list || day.length === 2 || !isHangul(text.charCodeAt(end)))
    )
  ) {
    if (space !== "" ? !(bracketed || ranged) : !(bracketed || ranged || cued)) return null;
    // (3.1), (0.5), (4.3): a figure with one decimal is more often a measure, unless a range or brackets with words make it a date.
  }
  const monthEnd = at + month.length;
  return [count("month", Number(month), at, monthEnd), count("day", Number(day), monthEnd + 1 + space.length, end)];
}

function readYear(text: string, at: number): readonly Piece[] | null {
  const found = match(YEAR_ONLY, text, at);
  if (!found?.groups) return null;
  const end = at + found[0].length;
  const after = text.charAt(end);
  // '19) and '11~: brackets or a range sign close it. '22시즌, '98학번 are read too; '3 is not.
  if (!/^(?:[)）\],~∼～\-→:]|\s|시즌|학번|년|$)/.test(after === "" ? "" : text.slice(end, end + 2))) return null;
  // A pair of quotation marks around a number: '10'
  if (APOSTROPHES.includes(after)) return null;
  return [count("year", Number(found.groups["year"]), at, end, { quoted: true, bare: true })];
}

function read(text: string, at: number): readonly Piece[] | null {
  const quoted = APOSTROPHES.includes(text.charAt(at));
  if (quoted ? isDigit(text.charCodeAt(at - 1)) || isLatin(text.charCodeAt(at - 1)) : !mayBegin(text, at)) return null;
  if (quoted && !isDigit(text.charCodeAt(at + 1))) return null;
  return (
    readFull(text, at) ?? readYearMonth(text, at) ?? (quoted ? readCountedLater(text, at) : readMonthDay(text, at))
  );
}

/** '22년 belongs to the counted units. */
function readCountedLater(text: string, at: number): readonly Piece[] | null {
  return text.charAt(at + 3) === "년" || text.charAt(at + 3) === "年" ? null : readYear(text, at);
}

export const dottedDate: Rule = { id: "dotted-date", starts: DIGITS + APOSTROPHES, read };
