/**
 * What a text says about the day it was published on, the day itself left out.
 *
 *   coming-range   오는 27일부터 4월 3일까지    the 27th lies ahead, within a month or so, in April or shortly before it
 *   next-month     다음 달 9일부터 6월 16일까지  the next month is June or shortly before it
 *   coming-date    오는 3월 29일               that day has not long passed
 *   weekday        27일(수), 3월 27일(수)       the nearest such day is a Wednesday
 *   named-month    이달(3월)                   it is March
 *   named-year     올해(2024년)                it is 2024
 *   report-day     25일 밝혔다                 it is the 25th, or a few days after
 *
 * Shapes  stretches of article text → DateEvidence[] in text order.
 * Units   a day is a day number (`toDayNumber`); weights are small integers: `holds` false counts against a date by `weight`,
 *         and 2 is enough to reject it; `support` counts for it.
 */
import { type CivilDate, addMonths, daysInMonth, fromDayNumber, toDayNumber, weekday } from "../core/civil-date.js";

export interface DateEvidence {
  readonly rule:
    | "coming-range"
    | "next-month"
    | "coming-date"
    | "weekday"
    | "named-month"
    | "named-year"
    | "report-day";
  readonly weight: number;
  /** What was said, so that the same words twice count once. */
  readonly said: string;
  /** `slack`: days by which the words may be off; `SLACK` to reject a date, 0 to choose another. */
  holds(day: number, slack: number): boolean;
  support?(day: number): number;
}

/** A release may be dated a day before or after it is written. */
export const SLACK = 3;
/** 오는 N일 without its month lies no further ahead. */
const FARTHEST_COMING = 40;
const FARTHEST_PAST = 66;
/** 오는 3월 10일 on 20 March would be next year's, for which people write 내년. */
const FARTHEST_COMING_DATE = 290;
/** A range that names only its last month begins at most so many months before it. */
const LONGEST_RANGE = 8;

const WEEKDAYS = "월화수목금토일";

type Rule = (text: string) => DateEvidence[];

const RANGE =
  /(오는|지난)\s?(\d{1,2})일(?:\s?\([월화수목금토일](?:요일)?\))?\s?(?:부터|~|∼)\s?(\d{1,2})월\s?(\d{1,2})일/g;

const comingRanges: Rule = (text) =>
  !/부터|[~∼]/.test(text)
    ? []
    : [...text.matchAll(RANGE)].map(([said, direction, first, month, last]) => {
        const ahead = direction === "오는";
        return {
          rule: "coming-range",
          weight: 2,
          said,
          holds: (day, slack) => {
            const year = fromDayNumber(day).year;
            for (const start of rangeStarts(year, Number(month), Number(first), Number(last))) {
              const distance = start - day;
              if (
                ahead
                  ? distance >= (slack === 0 ? 1 : -slack) && distance <= FARTHEST_COMING
                  : distance <= (slack === 0 ? -1 : slack) && distance >= -FARTHEST_PAST
              )
                return true;
            }
            return false;
          },
        };
      });

/** Days on which a range to `month`/`last` may have begun, if it began on the `first` of some month, in years around `year`. */
function rangeStarts(year: number, month: number, first: number, last: number): number[] {
  if (month < 1 || month > 12) return [];
  const starts: number[] = [];
  for (let y = year - 1; y <= year + 1; y++)
    for (let back = first <= last ? 0 : 1; back <= LONGEST_RANGE; back++) {
      const start = addMonths({ year: y, month, day: 1 }, -back);
      if (first <= daysInMonth(start.year, start.month)) starts.push(toDayNumber({ ...start, day: first }));
    }
  return starts;
}

const NEXT_MONTH =
  /(?:다음\s?달|내달)\s?(\d{1,2})일(?:\s?\([월화수목금토일](?:요일)?\))?\s?(?:부터|~|∼)\s?(\d{1,2})월\s?(\d{1,2})일/g;

const nextMonthRanges: Rule = (text) =>
  !/다음|내달/.test(text)
    ? []
    : [...text.matchAll(NEXT_MONTH)].map(([said, first, month, last]) => ({
        rule: "next-month",
        weight: 2,
        said,
        holds: (day, slack) =>
          nearby(day, slack).some((date) => {
            const next = addMonths({ ...date, day: 1 }, 1).month;
            const back = (((Number(month) - next) % 12) + 12) % 12;
            return back <= LONGEST_RANGE && (back > 0 || Number(first) <= Number(last));
          }),
      }));

const COMING_DATE = /오는\s(\d{1,2})월\s?(\d{1,2})일/g;

const comingDates: Rule = (text) =>
  !text.includes("오는 ")
    ? []
    : [...text.matchAll(COMING_DATE)].map(([said, month, date]) => ({
        rule: "coming-date",
        weight: 2,
        said,
        holds: (day, slack) => {
          const distances = occurrences(day, Number(month), Number(date)).map((found) => found - day);
          return (
            distances.length === 0 ||
            distances.some((distance) => distance >= -slack && distance <= FARTHEST_COMING_DATE)
          );
        },
      }));

/** No year before it, and none meant: 지난해 3월 5일(화), 2023. 3. 5.(일). */
const MONTH_DAY_WEEKDAY =
  /(?<![\d.년]\s?)(?<!(?:지난해|작년|내년|올해|금년|매년|년도)\s?)(\d{1,2})(?:월\s?|\.\s?)(\d{1,2})(?:일|\.)?\s?\(([월화수목금토일])(?:요일)?\)/g;
const DAY_WEEKDAY = /(?<![\d월.~∼]\s?)(\d{1,2})일\s?\(([월화수목금토일])(?:요일)?\)/g;

const weekdays: Rule = (text) =>
  !/\([월화수목금토일][)요]/.test(text)
    ? []
    : [
        ...[...text.matchAll(MONTH_DAY_WEEKDAY)].map(([said, month, date, name]) =>
          weekdayEvidence(said, name as string, (day) => {
            const near = occurrences(day, Number(month), Number(date));
            return near.sort((a, b) => Math.abs(a - day) - Math.abs(b - day)).slice(0, 1);
          }),
        ),
        ...[...text.matchAll(DAY_WEEKDAY)].map(([said, date, name]) =>
          weekdayEvidence(said, name as string, (day) => daysOfMonthAround(day, Number(date))),
        ),
      ];

/** Holds where one of the days meant falls on the weekday named, or where there is no such day. */
function weekdayEvidence(said: string, name: string, meant: (day: number) => number[]): DateEvidence {
  const expected = WEEKDAYS.indexOf(name) + 1;
  return {
    rule: "weekday",
    weight: 1,
    said,
    holds: (day) => {
      const days = meant(day);
      return days.length === 0 || days.some((found) => weekday(fromDayNumber(found)) === expected);
    },
  };
}

const NAMED_MONTH = /(지난\s?달|이달|이번\s?달|다음\s?달|내달)\s?\((\d{1,2})월\)/g;
const MONTH_SHIFT: Readonly<Record<string, number>> = { 지난달: -1, 이달: 0, 이번달: 0, 다음달: 1, 내달: 1 };

const namedMonths: Rule = (text) =>
  !text.includes("월)")
    ? []
    : [...text.matchAll(NAMED_MONTH)].map(([said, word, month]) => {
        const shift = MONTH_SHIFT[(word as string).replace(/\s/g, "")] ?? 0;
        return {
          rule: "named-month",
          weight: 2,
          said,
          holds: (day, slack) =>
            nearby(day, slack).some((date) => addMonths({ ...date, day: 1 }, shift).month === Number(month)),
        };
      });

const NAMED_YEAR = /(지난해|작년|올해|금년|내년)\s?\(((?:19|20)\d{2})년?\)/g;
const YEAR_SHIFT: Readonly<Record<string, number>> = { 지난해: -1, 작년: -1, 올해: 0, 금년: 0, 내년: 1 };
/** A release of the first days of January may still speak from December. */
const YEAR_SLACK = 10;

const namedYears: Rule = (text) =>
  !/\((?:19|20)/.test(text)
    ? []
    : [...text.matchAll(NAMED_YEAR)].map(([said, word, year]) => ({
        rule: "named-year",
        weight: 2,
        said,
        holds: (day, slack) =>
          nearby(day, slack === 0 ? 0 : YEAR_SLACK).some(
            (date) => date.year + (YEAR_SHIFT[word as string] ?? 0) === Number(year),
          ),
      }));

const REPORT_DAY =
  /(?<![\d월]\s?)(?<!(?:지난|오는|다음\s?달|지난달|내달|이달|매월|매달)\s?)(\d{1,2})일(?:\s?\([월화수목금토일]\))?\s(?:(?:밝혔|말했|발표했|전했|알렸|보도했|설명했|강조했|나타났|공개했|확인됐)다|[가-힣·]{1,12}(?:\s[가-힣·]{1,12})?에\s따르면)/g;
/** On the labelled files every such day is the publication date's, the day before's or the day after's. */
const LATEST_REPORT = 7;
const EARLIEST_REPORT = -2;

const reportDays: Rule = (text) =>
  [...text.matchAll(REPORT_DAY)].map(([said, date]) => ({
    rule: "report-day",
    weight: 2,
    said,
    holds: (day) =>
      daysOfMonthAround(day, Number(date)).some(
        (found) => day - found >= EARLIEST_REPORT && day - found <= LATEST_REPORT,
      ),
    support: (day) => {
      const { day: own } = fromDayNumber(day);
      return own === Number(date) ? 3 : fromDayNumber(day - 1).day === Number(date) ? 1 : 0;
    },
  }));

/** Order is of no account: every rule's evidence is weighed together. */
const RULES: readonly Rule[] = [
  comingRanges,
  nextMonthRanges,
  comingDates,
  weekdays,
  namedMonths,
  namedYears,
  reportDays,
];

const MOST_EVIDENCE = 60;

export function findDateEvidence(stretches: readonly string[]): DateEvidence[] {
  const evidence: DateEvidence[] = [];
  const said = new Set<string>();
  for (const stretch of stretches)
    for (const rule of RULES)
      for (const found of rule(stretch)) {
        if (said.has(found.said) || evidence.length >= MOST_EVIDENCE) continue;
        said.add(found.said);
        evidence.push(found);
      }
  return evidence;
}

/** The days M/D of the years around a day. */
function occurrences(day: number, month: number, date: number): number[] {
  const { year } = fromDayNumber(day);
  const found: number[] = [];
  for (let y = year - 1; y <= year + 1; y++)
    if (month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(y, month))
      found.push(toDayNumber({ year: y, month, day: date }));
  return found;
}

/** The N-th of the month before, of a day's own month and of the month after. */
function daysOfMonthAround(day: number, date: number): number[] {
  const own = { ...fromDayNumber(day), day: 1 };
  const found: number[] = [];
  for (const shift of [-1, 0, 1]) {
    const month = addMonths(own, shift);
    if (date >= 1 && date <= daysInMonth(month.year, month.month)) found.push(toDayNumber({ ...month, day: date }));
  }
  return found;
}

/** The dates that a slip of `slack` days either way could mean: the earliest, the day itself, the latest. */
function nearby(day: number, slack: number): CivilDate[] {
  return [fromDayNumber(day - slack), fromDayNumber(day), fromDayNumber(day + slack)];
}
