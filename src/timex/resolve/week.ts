/** Weeks, weekends and weekdays. A week begins on Monday; weekdays are ISO's, 1–7. */
import { addDays, type CivilDate, toDayNumber, weekday as weekdayOf } from "../../core/civil-date.js";
import type { Slot } from "../expression.js";
import type { Context, Earlier, Resolved } from "./context.js";
import { pad, phaseMod, weekText } from "./iso-text.js";
import { fixed, lastDay, type Reading } from "./reading.js";

const THURSDAY = 4;
const SATURDAY = 6;

const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - weekdayOf(date));
const dayIn = (monday: CivilDate, weekday: number): CivilDate => addDays(monday, weekday - 1);

/** The last day, week or stretch of days that the text spoke of. */
function lastDays({ day, range, point }: Context): Earlier | null {
  const week = point?.resolved.level === "week" ? point : null;
  return [day, range, week].reduce((last, next) => (last && next && last.end > next.end ? last : (next ?? last)), null);
}

/** 다음 주, 지난주 화요일, 이번 주 주말 */
export function movedWeek(reading: Reading, slot: Slot): Resolved | null {
  if (!("by" in slot)) return null;
  const focus = slot.from === "focus" ? lastDays(reading.context) : null;
  const base = focus?.resolved.from ?? reading.reference;
  const { weekday, weekend: isWeekend, day } = reading.point;
  if (!base && isWeekend) return reading.open("days", "XXXX-WXX-WE");
  if (!base) return reading.open("week", weekday === undefined ? "XXXX-WXX" : `XXXX-WXX-${weekday}`);
  if (focus) reading.byEarlier(focus, "week");
  else reading.byDocument("week");
  const monday = addDays(mondayOf(base), 7 * slot.by);
  // 다음 주 14일: the day says which day of the week; null where it is not in it.
  if (day) {
    const number = fixed(day) ?? 0;
    const date = [1, 2, 3, 4, 5, 6, 7].map((nth) => dayIn(monday, nth)).find((one) => one.day === number);
    return date ? reading.day(date) : null;
  }
  if (weekday !== undefined) return reading.day(dayIn(monday, weekday));
  return isWeekend ? weekendOf(reading, monday) : wholeWeek(reading, monday);
}

/** 주말 */
export function weekend(reading: Reading): Resolved {
  const { reference, point, context } = reading;
  if (!reference) return reading.open("days", "XXXX-WXX-WE");
  reading.byDocument("week");
  const isTold = point.lead === undefined && weekdayOf(reference) < SATURDAY && context.tense() === "past";
  const isPast = point.lead === "last" || isTold;
  return weekendOf(reading, addDays(mondayOf(reference), isPast ? -7 : 0));
}

/** 화요일, 오는 토요일; 토요일부터 일요일까지 */
export function bareWeekday(reading: Reading, weekday: number): Resolved {
  const { reference, inherited } = reading;
  if (!reference) return reading.open("day", `XXXX-WXX-${weekday}`);
  reading.byDocument("week");
  const after = inherited?.after;
  if (after) return reading.day(addDays(after, daysUntil(weekday, after)));
  return reading.day(addDays(reference, daysTo(weekday, reference, reading)));
}

/** Days from a date to the next such weekday, 0–6. */
const daysUntil = (weekday: number, date: CivilDate): number => (weekday - weekdayOf(date) + 7) % 7;

/** Days from publication to the weekday that is meant. */
function daysTo(weekday: number, reference: CivilDate, { point, context }: Reading): number {
  const ahead = daysUntil(weekday, reference);
  switch (point.lead) {
    case "this":
      return weekday - weekdayOf(reference);
    case "last":
      return ahead - 7;
    case "next":
      return ahead === 0 ? 7 : ahead;
    default:
      return ahead > 0 && context.tense() === "past" ? ahead - 7 : ahead;
  }
}

/** 3월 둘째 주, and a weekday of it. The first week is the one that holds the month's first Thursday; -1 is the one that holds its last day. */
export function weekOfMonth(reading: Reading, year: number, month: number, nth: number): Resolved {
  const first = { year, month, day: 1 };
  const thursday = addDays(first, daysUntil(THURSDAY, first));
  const counted = nth < 0 ? mondayOf(lastDay(year, month)) : addDays(mondayOf(thursday), 7 * (nth - 1));
  const monday = weekOfDaySaid(reading, counted) ?? counted;
  const { weekday } = reading.point;
  return weekday === undefined ? wholeWeek(reading, monday) : reading.day(dayIn(monday, weekday));
}

/** 2025년 23주차; where no year is said, the last such week that has begun. */
export function weekOfYear(reading: Reading, nth: number): Resolved {
  const { reference } = reading;
  const mondayIn = (year: number): CivilDate => addDays(mondayOf({ year, month: 1, day: 4 }), 7 * (nth - 1));
  const said = reading.year() ?? reading.takenYear();
  if (said !== null) return wholeWeek(reading, mondayIn(said));
  if (!reference) return reading.open("week", `XXXX-W${pad(nth)}`);
  reading.byDocument("year");
  const hasBegun = toDayNumber(mondayIn(reference.year)) <= toDayNumber(reference);
  return wholeWeek(reading, mondayIn(reference.year - (hasBegun ? 0 : 1)));
}

/** 10월 넷째 주(27일 기준): weeks are counted in more than one way; a day in brackets says which is meant, of the one before and the one after. */
const DAY_SAID = /^ ?\((?<day>\d{1,2})(?:일|∼|~)/;

function weekOfDaySaid({ context: { text, end } }: Reading, counted: CivilDate): CivilDate | null {
  const day = Number(DAY_SAID.exec(text.slice(end, end + 6))?.groups?.["day"] ?? 0);
  const holds = (monday: CivilDate): boolean => [1, 2, 3, 4, 5, 6, 7].some((nth) => dayIn(monday, nth).day === day);
  return day === 0 ? null : ([0, 7, -7].map((by) => addDays(counted, by)).find(holds) ?? null);
}

function wholeWeek(reading: Reading, monday: CivilDate): Resolved {
  return reading.stretch("week", weekText(monday), monday, addDays(monday, 6), phaseMod(reading.point.phase));
}

function weekendOf(reading: Reading, monday: CivilDate): Resolved {
  return reading.days(dayIn(monday, SATURDAY), dayIn(monday, 7));
}
