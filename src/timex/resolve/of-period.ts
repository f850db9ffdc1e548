/** What is said of a stretch of days: 첫날, 5월 마지막 날; 전년 동기. */
import { addDays, addMonths, type CivilDate, daysInMonth } from "../../core/civil-date.js";
import type { Resolved } from "./context.js";
import { OPEN_DAY, yearText } from "./iso-text.js";
import { lastDay, type Reading } from "./reading.js";
import { yearsBefore } from "./years-before.js";

/** The nth day of a stretch, from 1; -1 the last. */
const nthDay = (from: CivilDate, to: CivilDate, nth: number): CivilDate => (nth < 0 ? to : addDays(from, nth - 1));

/** 첫날, 둘째 날, 마지막 날: of the last range, or the first of the one day that the text spoke of. */
export function dayOfRange(reading: Reading, nth: number): Resolved | null {
  const { range, day } = reading.context;
  const { from, to } = range?.resolved ?? {};
  if (range && from && to) {
    reading.byEarlier(range, "day");
    return reading.day(nthDay(from, to, nth));
  }
  if (!day?.resolved.from || nth !== 1) return null;
  reading.byEarlier(day, "day");
  return reading.day(day.resolved.from);
}

/** 5월 마지막 날, 새해 첫날, 추석 연휴 첫날; `period` is the stretch that the words before it come to. */
export function dayOfPeriod(reading: Reading, nth: number, period: Resolved | null): Resolved | null {
  if (!period) return null;
  reading.asIn(period);
  const { from, to } = period;
  return from && to ? reading.day(nthDay(from, to, nth)) : reading.open("day", OPEN_DAY);
}

/** 전년 동기 where no period has been said: a part of that year. */
function sameTimeOf(reading: Reading): Resolved | null {
  if (!reading.point.year) return null;
  const year = reading.year();
  if (year === null) return reading.open("year", "XXXX");
  return reading.stretch("year", yearText(year), { year, month: 1, day: 1 }, lastDay(year, 12));
}

/** 전년 동기, 같은 기간 */
export function samePeriod(reading: Reading): Resolved | null {
  const earlier = reading.context.period ?? reading.context.range;
  const { from, to } = earlier?.resolved ?? {};
  if (!earlier || !from || !to || (reading.point.year && reading.isStale(earlier))) return sameTimeOf(reading);
  const year = reading.year() ?? from.year - yearsBefore(reading.context);
  const shift = year - from.year;
  reading.byEarlier(earlier, "month");
  const moved = (date: CivilDate): CivilDate => addMonths(date, shift * 12);
  const end = moved(to);
  // The last day of February in a leap year, and in one that is none.
  const endsMonth = to.day === daysInMonth(to.year, to.month);
  const { level, value } = earlier.resolved;
  const shifted = value.replace(/(?<![\d-])\d{4}/g, (digits) => yearText(Number(digits) + shift));
  return reading.stretch(level, shifted, moved(from), endsMonth ? lastDay(end.year, end.month) : end);
}
