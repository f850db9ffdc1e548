/**
 * Named days of a year: 설, 추석, 광복절, 동지, 성년의 날.
 *
 * Units  the `holidays` table's month and day are civil for `solar`, lunar for `lunar`; for `nth` the day is 10 × n + weekday and `extra` days
 *        are added; for `dongji` the day counts from the winter solstice before; for `boknal` the month is 1 초복, 3 말복; for `term` the
 *        month is the sun's longitude. For `solar` and `lunar`, `extra` is how many days off lie on each side (설 and 추석: 1).
 */
import { addDays, type CivilDate, fromDayNumber, toDayNumber, weekday } from "../../core/civil-date.js";
import { HOLIDAYS } from "./holidays.table.js";
import { lunarToSolar } from "./lunar.js";
import { solarTermDate } from "./solar-term.js";

export type Holiday = (typeof HOLIDAYS)[number];

/** Western Easter, by the anonymous Gregorian rule. */
function easter(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return { year, month: Math.floor(sum / 31), day: (sum % 31) + 1 };
}

/** First day on or after `date` whose celestial stem is 경(庚). */
function gyeongDay(date: CivilDate): CivilDate {
  const day = toDayNumber(date);
  return fromDayNumber(day + ((((9 - day) % 10) + 10) % 10));
}

/** The civil date of a named day in a year, or null where the lunar table does not reach. */
export function holidayDate([, rule, month, day, extra]: Holiday, year: number): CivilDate | null {
  switch (rule) {
    case "solar":
      return { year, month, day };
    case "lunar":
      return lunarToSolar(year, month, day);
    case "nth": {
      const first = { year, month, day: 1 };
      const offset = (((day % 10) - weekday(first) + 7) % 7) + 7 * (Math.floor(day / 10) - 1);
      return addDays(first, offset + extra);
    }
    case "easter":
      return easter(year);
    case "dongji":
      return addDays(solarTermDate(year - 1, 270), day);
    case "boknal":
      return month === 1 ? addDays(gyeongDay(solarTermDate(year, 90)), 20) : gyeongDay(solarTermDate(year, 135));
    case "term":
      return solarTermDate(year, month);
  }
}

const PUBLIC_HOLIDAYS = HOLIDAYS.filter(([name]) =>
  [
    "신정",
    "설",
    "삼일절",
    "어린이날",
    "부처님오신날",
    "현충일",
    "광복절",
    "추석",
    "개천절",
    "한글날",
    "성탄절",
  ].includes(name),
);

/** Days off by law in a year, without substitutes. */
function publicHolidays(year: number): Set<number> {
  const days = new Set<number>();
  for (const holiday of PUBLIC_HOLIDAYS) {
    const date = holidayDate(holiday, year);
    if (date === null) continue;
    const around = holiday[4];
    for (let i = -around; i <= around; i++) days.add(toDayNumber(date) + i);
  }
  for (const date of ADDED_DAYS_OFF) if (date.year === year) days.add(toDayNumber(date));
  return days;
}

/** Days off that the government added for one year (임시공휴일), beside 설 and 추석. Source: official gazette. */
const ADDED_DAYS_OFF: readonly CivilDate[] = [
  { year: 2017, month: 10, day: 2 },
  { year: 2023, month: 10, day: 2 },
  { year: 2025, month: 1, day: 27 },
];

/** First year of substitute holidays (대체공휴일). */
const FIRST_SUBSTITUTE_YEAR = 2014;

/** The days off around a named day (연휴): itself, its eve and morrow for 설 and 추석, a substitute, and the weekends they touch. */
export function holidayBreak(holiday: Holiday, year: number): { from: CivilDate; to: CivilDate } | null {
  const date = holidayDate(holiday, year);
  if (date === null) return null;
  const around = holiday[1] === "lunar" || holiday[1] === "solar" ? holiday[4] : 0;
  let from = toDayNumber(date) - around;
  let to = toDayNumber(date) + around;
  const off = publicHolidays(year);
  const isWeekend = (day: number) => weekday(fromDayNumber(day)) >= 6;
  if (around > 0 && year >= FIRST_SUBSTITUTE_YEAR) {
    let sundays = 0;
    for (let day = from; day <= to; day++) if (weekday(fromDayNumber(day)) === 7) sundays++;
    if (sundays > 0) {
      let substitute = to + 1;
      while (off.has(substitute) || isWeekend(substitute)) substitute++;
      off.add(substitute);
    }
  }
  while (isWeekend(to + 1) || off.has(to + 1)) to++;
  while (isWeekend(from - 1) || off.has(from - 1)) from--;
  return { from: fromDayNumber(from), to: fromDayNumber(to) };
}
