/**
 * Named days of a year: 설, 추석, 광복절, 동지, 성년의 날.
 *
 * Units  the `holidays` table's month and day are civil for `solar`, lunar for `lunar`; for `nth` the day is 10 × n + weekday and `extra` days
 *        are added; for `dongji` the day counts from the winter solstice before; for `boknal` the month is 1 초복, 3 말복; for `term` the
 *        month is the sun's longitude. For `lunar`, `extra` is how many days off lie on each side (설 and 추석: 1).
 */
import { addDays, type CivilDate, fromDayNumber, parseDate, toDayNumber, weekday } from "../../core/civil-date.js";
import { ADDED_DAYS_OFF, DAYS_OFF } from "./days-off.table.js";
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

/** A named day and the days beside it that are off with it, as day numbers. */
function daysOf(holiday: Holiday, year: number): number[] {
  const date = holidayDate(holiday, year);
  if (date === null) return [];
  const around = holiday[1] === "lunar" ? holiday[4] : 0;
  const first = toDayNumber(date) - around;
  return Array.from({ length: 2 * around + 1 }, (_, index) => first + index);
}

const weekdayOf = (day: number): number => weekday(fromDayNumber(day));
const isWeekend = (day: number): boolean => weekdayOf(day) >= 6;

/** Days off by law in a year, as day numbers. */
export function daysOff(year: number): ReadonlySet<number> {
  const off = new Set<number>();
  const lost: { day: number; after: number }[] = [];
  for (const [name, since, madeUpSince, lostOn] of DAYS_OFF) {
    const holiday = HOLIDAYS.find((row) => row[0] === name);
    const days = holiday && year >= since ? daysOf(holiday, year) : [];
    for (const day of days) {
      const isLost = lostOn.includes(weekdayOf(day)) || (off.has(day) && !isWeekend(day));
      if (isLost && year >= madeUpSince) lost.push({ day, after: Math.max(...days) });
      off.add(day);
    }
  }
  for (const iso of ADDED_DAYS_OFF) {
    const date = parseDate(iso);
    if (date) off.add(toDayNumber(date));
  }
  for (const { after } of lost) {
    let day = after + 1;
    while (off.has(day) || isWeekend(day)) day++;
    off.add(day);
  }
  return off;
}

/** The days off around a named day (연휴): itself, its eve and morrow for 설 and 추석, and the weekends and days off that they touch. */
export function holidayBreak(holiday: Holiday, year: number): { from: CivilDate; to: CivilDate } | null {
  const days = daysOf(holiday, year);
  let [from] = days;
  let to = days.at(-1);
  if (from === undefined || to === undefined) return null;
  const off = daysOff(year);
  while (isWeekend(to + 1) || off.has(to + 1)) to++;
  while (isWeekend(from - 1) || off.has(from - 1)) from--;
  return { from: fromDayNumber(from), to: fromDayNumber(to) };
}
