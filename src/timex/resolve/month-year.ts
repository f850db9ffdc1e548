/** The year of a month, or of a day of a month, that says none: 12월, 3월 27일. */
import { type CivilDate, daysInMonth, isValidDate, weekday as weekdayOf } from "../../core/civil-date.js";
import { lunarToSolar } from "../calendar/lunar.js";
import type { Earlier } from "./context.js";
import { daysBetween, fixed, type Reading } from "./reading.js";

/** Days from publication within which a month or a day without a year is taken for one of the year of publication. */
const LONGEST_WAIT = 250;
/** Days from publication within which a weekday that does not fit is more likely wrong than the year. */
const TRUSTED = 45;
/** Days after publication that 지난 with a day may lie: a text that is dated early. */
const SLACK = 3;
/** A month without a day is measured from its middle to the middle of the month of publication. */
const MIDDLE = 15;
/** Characters from a year to the month that it still labels; to one in brackets after it. */
const LABELLED = 60;
/** Days from the Monday of a week to any that is said of it; some weeks begin on Sunday. */
const AT_WEEK = 8;
/** Sentences from a question to a date of its answer. */
const ANSWERED = 2;
const QUESTION = /^[^\n]*(?:\?|[나까]\.|[가나]요\.)[’”"]?\n/;
const LABELLED_IN_BRACKETS = 25;

export function unsaidYear(reading: Reading, month: number): number | null {
  const { point, inherited, reference } = reading;
  const day = fixed(point.day);
  if (inherited?.year !== undefined) {
    reading.byEarlier(inherited, "year");
    const { year, after } = inherited;
    const end = { year, month, day: day ?? daysInMonth(year, month) };
    return after && daysBetween(end, after) < 0 ? year + 1 : year;
  }
  const joined = reading.joinedYear();
  if (joined !== null) return joined;
  const restated = lunarYear(reading, month, day) ?? weekYear(reading, month, day);
  if (restated !== null) return restated;
  if (!reference) return null;
  const told = point.lead || point.bracketed ? null : toldYear(reading, reference, month);
  if (told !== null) return told;
  reading.byDocument("year");
  return yearAround(reading, reference, month, day);
}

/** 1919년 4월 4일, 음력으로는 3월 4일: the lunar year in which the day just said is that day. */
function lunarYear(reading: Reading, month: number, day: number | undefined): number | null {
  const { point, context } = reading;
  const said = context.day;
  if (!point.lunar || day === undefined || !said?.resolved.to || said.sentence !== context.sentence) return null;
  const { to } = said.resolved;
  const isSaid = (year: number): boolean => {
    const date = lunarToSolar(year, month, day, point.lunar === "leap");
    return date !== null && daysBetween(date, to) === 0;
  };
  const year = [to.year, to.year - 1].find(isSaid);
  if (year === undefined) return null;
  reading.byEarlier(said, "year");
  return year;
}

/** 51주(12.15~12.21): the year in which the day lies at the week whose days the brackets say. */
function weekYear(reading: Reading, month: number, day: number | undefined): number | null {
  const { text, start, point: week } = reading.context;
  const monday = week?.resolved.level === "week" ? week.resolved.from : null;
  if (!week || !monday || day === undefined) return null;
  if (!/^\([~∼]?$/.test(text.slice(week.end, Math.min(start, week.end + 3)))) return null;
  const isAtWeek = (year: number): boolean => Math.abs(daysBetween({ year, month, day }, monday)) <= AT_WEEK;
  const year = [monday.year, monday.year + 1, monday.year - 1].find(isAtWeek);
  if (year === undefined) return null;
  reading.byEarlier(week, "year");
  return year;
}

/** The year that the sentence has been telling of. */
function toldYear(reading: Reading, reference: CivilDate, month: number): number | null {
  const { context } = reading;
  const earlier = context.point;
  const { from, to, level } = earlier?.resolved ?? {};
  if (!earlier || !from || !to) return null;
  const gap = context.start - earlier.end;
  // 지난겨울 서울에서는 1월 하순 …: the month of the season.
  if (level === "season" && earlier.sentence === context.sentence && gap < LABELLED) {
    const months = (to.year - from.year) * 12 + to.month - from.month;
    const ahead = (month - from.month + 12) % 12;
    if (ahead <= months) {
      reading.byEarlier(earlier, "year");
      return from.year + (month < from.month ? 1 : 0);
    }
  }
  if (from.year !== to.year) return null;
  const { year } = to;
  const isSaidHere = earlier.sentence === context.sentence && earlier.yearStated;

  const isLabel = isSaidHere && (level === "year" || level === "half");
  // 올해 교육은 3월부터 12월까지; 지난해 축제는 5월 19일 열렸다.
  const labelsNear =
    gap < LABELLED && (year === reference.year || (year === reference.year - 1 && context.tense() === "past"));
  // 내년 축제는 5월 19일부터
  const labelsNextYear = year === reference.year + 1;
  // ’22년 발생(10.10.)
  const labelsBrackets = context.text.charAt(context.start - 1) === "(" && gap < LABELLED_IN_BRACKETS;
  if (isLabel && (labelsNear || labelsNextYear || labelsBrackets)) {
    reading.byEarlier(earlier, "year");
    return year;
  }

  // 지난해 6월 …, 10월 …; 1920년 5월 … 6월 6일 …했다.
  const isFine = level === "month" || level === "day";
  const isStory =
    (isFine || isAnswer(reading, earlier)) &&
    (isSaidHere ? year < reference.year : year < reference.year - 2) &&
    earlier.sentence >= context.sentence - (isFine ? 1 : ANSWERED) &&
    context.tense() === "past";
  if (!isStory) return null;
  reading.byEarlier(earlier, "year");
  return isFine && month < to.month ? year + 1 : year;
}

/** —1992년에는 어디 계셨나. “10월 5일 발령을 받았죠.”: a year long past, asked about in the question that stands before. */
function isAnswer({ context }: Reading, { end, yearStated, sentence, resolved }: Earlier): boolean {
  if (resolved.level !== "year" || !yearStated || sentence === context.sentence) return false;
  return QUESTION.test(context.text.slice(end, Math.min(context.start, end + LABELLED)));
}

/** The year in which the month or day lies as 지난, 오는, a weekday in brackets, or else the distance and the tense have it. */
function yearAround({ point, context }: Reading, reference: CivilDate, month: number, day: number | undefined): number {
  const { year: here } = reference;
  const today = day === undefined ? { ...reference, day: MIDDLE } : reference;
  const dateIn = (year: number): CivilDate => ({ year, month, day: day ?? MIDDLE });
  const ahead = (year: number): number => daysBetween(dateIn(year), today);

  if (point.lead === "last") return ahead(here) <= (day === undefined ? 0 : SLACK) ? here : here - 1;
  if (point.lead === "next") return ahead(here) >= 0 ? here : here + 1;

  const years = [here, here - 1, here + 1];
  const [nearest = here] = [...years].sort((a, b) => Math.abs(ahead(a)) - Math.abs(ahead(b)));
  if (point.weekday !== undefined && day !== undefined && Math.abs(ahead(nearest)) > TRUSTED) {
    const fits = (year: number): boolean => isValidDate(dateIn(year)) && weekdayOf(dateIn(year)) === point.weekday;
    const fitting = [...years, here - 2, here + 2].find(fits);
    if (fitting !== undefined) return fitting;
  }
  // 4월 of what is to come, in December.
  const isToCome = context.tense() === "future";
  if (isToCome && ahead(nearest) > 0) return nearest;
  // News names another year when it means one, so the year of publication has the better claim until the date is most of a year away.
  if (Math.abs(ahead(here)) <= LONGEST_WAIT) return here;
  return isToCome && ahead(here) > 0 ? here : nearest;
}
