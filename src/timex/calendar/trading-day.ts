/** Days on which the Korean stock market is open: weekdays that are no day off by law, nor 1 May, nor the last weekday of the year. */
import { addDays, type CivilDate, toDayNumber, weekday } from "../../core/civil-date.js";
import { daysOff } from "./holiday-date.js";

const SATURDAY = 6;

/** The last day of the year that no weekend and no day off takes: the market is closed on it. */
function lastOfYear(year: number, off: ReadonlySet<number>): number {
  let date = { year, month: 12, day: 31 };
  while (weekday(date) >= SATURDAY || off.has(toDayNumber(date))) date = addDays(date, -1);
  return toDayNumber(date);
}

function isTradingDay(date: CivilDate): boolean {
  if (weekday(date) >= SATURDAY || (date.month === 5 && date.day === 1)) return false;
  const off = daysOff(date.year);
  const day = toDayNumber(date);
  return !off.has(day) && !(date.month === 12 && day === lastOfYear(date.year, off));
}

/** The first trading day after a day (`by` 1), or the last before it (-1). */
export function tradingDayBeside(date: CivilDate, by: number): CivilDate {
  let beside = addDays(date, by);
  while (!isTradingDay(beside)) beside = addDays(beside, by);
  return beside;
}
