/** Days without a month: 27일, 지난 3일, 오는 15일, 27일(수). */
import {
  addDays,
  addMonths,
  type CivilDate,
  daysInMonth,
  isValidDate,
  weekday as weekdayOf,
} from "../../core/civil-date.js";
import { COUNTED_DAYS } from "../numerals.table.js";
import type { Context, Earlier, Resolved } from "./context.js";
import { pad } from "./iso-text.js";
import { dayOfMonth } from "./month-or-day.js";
import { daysBetween, type Reading } from "./reading.js";

/** 사흘 뒤인 (17일); and the characters before a day in which it is looked for. */
const MOVED = /(?:(?<days>\d{1,2})일|(?<word>하루|이틀|사흘|나흘|닷새|엿새|이레|열흘|보름)) ?(?<way>뒤|후|만|전)인 $/;
const LONGEST_MOVED = 12;
const DAYS_OF: ReadonlyMap<string, number> = new Map(COUNTED_DAYS.map(([word, , value]) => [word, value]));

/** Months away from publication in which a day is looked for, the nearest first. */
const MONTHS_AROUND = [0, -1, 1, -2, 2, -3, 3];

/** Days from publication up to which the nearest such day is meant, whatever story the text tells. */
const AT_HAND = 3;
/** The same, whatever the tense is. */
const NEAR = 6;
/** Days from publication within which another month's day is taken because of the tense. */
const ONE_MONTH = 28;
/** Days from publication after which a day that the text spoke of is a story of its own. */
const FAR = 70;
/** Characters from one day of a sentence to the next that it counts on to. */
const COUNTS_ON = 60;

/** The nearest of the months around, unless a word, a weekday, the story or the tense says otherwise. */
export function bareDay(reading: Reading, day: number): Resolved | null {
  const { reference, context, point } = reading;
  const held = dayOfWeekSaid(context, day);
  if (held) {
    reading.byEarlier(held.earlier, "month", "year");
    return reading.day(held.date);
  }
  const month = takenMonth(reading, day);
  if (month) return dayOfMonth(reading, month, day);
  if (!reference) return reading.open("day", `XXXX-XX-${pad(day)}`);

  const dates = datesAround(day, reference);
  const ahead = (date: CivilDate): number => daysBetween(date, reference);
  const hasCome = (date: CivilDate): boolean => ahead(date) <= 0;
  const isAhead = (date: CivilDate): boolean => ahead(date) >= 0;
  if (point.lead === "last") return published(reading, dates.find(hasCome));
  if (point.lead === "next") return published(reading, dates.find(isAhead));

  const onWeekday = point.weekday !== undefined && dates.find((date) => weekdayOf(date) === point.weekday);
  if (onWeekday) return published(reading, onWeekday);

  const [nearest] = dates;
  const earlier = context.day;
  const isAtHand = !nearest || Math.abs(ahead(nearest)) <= AT_HAND;
  const told =
    earlier && (countedDay(context, earlier, day) ?? (isAtHand ? null : storyDay(context, reference, earlier, day)));
  if (earlier && told) {
    reading.byEarlier(earlier, "month", "year");
    return reading.day(told);
  }
  return published(reading, asTenseHasIt(context, dates, ahead));
}

/** A day with its month filled in from publication. */
function published(reading: Reading, date: CivilDate | undefined): Resolved | null {
  if (!date) return null;
  reading.byDocument("month", "year");
  return reading.day(date);
}

/** 4월 넷째 주(22∼26일): brackets that say which days of the week. */
function dayOfWeekSaid({ point, text, start }: Context, day: number): { date: CivilDate; earlier: Earlier } | null {
  const monday = point?.resolved.level === "week" ? point.resolved.from : null;
  if (!point || !monday || !/^ ?\([~∼]?$/.test(text.slice(point.end, Math.min(start, point.end + 4)))) return null;
  const date = [0, 1, 2, 3, 4, 5, 6].map((nth) => addDays(monday, nth)).find((one) => one.day === day);
  return date ? { date, earlier: point } : null;
}

/** The month taken over from the other bound of the range, or from the day just before: 5월 3일과 7일. */
function takenMonth(reading: Reading, day: number): { year: number; month: number } | null {
  const { inherited, point } = reading;
  if (inherited?.month !== undefined && inherited.year !== undefined) {
    reading.byEarlier(inherited, "month", "year");
    const { year, month, after } = inherited;
    return after && daysBetween({ year, month, day }, after) < 0
      ? addMonths({ year, month, day: 1 }, 1)
      : { year, month };
  }
  const joined = point.lead || point.bracketed ? null : reading.joined();
  if (joined?.resolved.level !== "day" && joined?.resolved.level !== "days") return null;
  const last = joined.resolved.to;
  if (!last || day <= last.day || day > daysInMonth(last.year, last.month)) return null;
  reading.byEarlier(joined, "month", "year");
  return last;
}

/** The day of that number in the months around publication, the nearest first. */
function datesAround(day: number, reference: CivilDate): CivilDate[] {
  return MONTHS_AROUND.map((by) => ({ ...addMonths({ ...reference, day: 1 }, by), day }))
    .filter(isValidDate)
    .sort((a, b) => Math.abs(daysBetween(a, reference)) - Math.abs(daysBetween(b, reference)));
}

/** 이튿날인 17일, 사흘 뒤인 17일: the day that the words before it come to, if it is that day of its month. */
function countedDay({ text, start }: Context, earlier: Earlier, day: number): CivilDate | null {
  const from = earlier.resolved.to;
  if (!from) return null;
  const gap = text.slice(earlier.end, start);
  if (gap === "인 " || gap === "(") return from.day === day ? from : null;
  const moved = MOVED.exec(text.slice(Math.max(0, start - LONGEST_MOVED), start))?.groups;
  const length = moved?.["days"] ? Number(moved["days"]) : DAYS_OF.get(moved?.["word"] ?? "");
  if (!moved || length === undefined) return null;
  const date = addDays(from, moved["way"] === "전" ? -length : length);
  return date.day === day ? date : null;
}

/** The day of that number in the month that the text tells of. */
function storyDay(context: Context, reference: CivilDate, earlier: Earlier, day: number): CivilDate | null {
  const story = earlier.resolved.to;
  if (!story) return null;
  const date = { year: story.year, month: story.month, day };
  if (!isValidDate(date)) return null;
  if (Math.abs(daysBetween(story, reference)) > FAR)
    return earlier.sentence >= context.sentence - 1 && context.tense() === "past" ? date : null;
  // 18일 1순위, 19일 2순위, 당첨자는 25일: one sentence counts its days on.
  const countsOn = earlier.sentence === context.sentence && day > story.day && context.start - earlier.end < COUNTS_ON;
  return countsOn ? date : null;
}

/** The nearest of the dates, or the nearest on the side of publication that the tense is on. */
function asTenseHasIt(
  context: Context,
  dates: readonly CivilDate[],
  ahead: (date: CivilDate) => number,
): CivilDate | undefined {
  const [nearest] = dates;
  if (!nearest || Math.abs(ahead(nearest)) <= NEAR) return nearest;
  const tense = context.tense();
  const isWrongSide = (tense === "past" && ahead(nearest) > 0) || (tense === "future" && ahead(nearest) < 0);
  const other = isWrongSide && dates.find((date) => ahead(date) * ahead(nearest) < 0);
  return other && Math.abs(ahead(other)) < ONE_MONTH ? other : nearest;
}
