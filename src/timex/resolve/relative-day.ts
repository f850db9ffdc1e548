/** Days so many away from another: 오늘, 내일, 이날, 전날, 이튿날, 전 거래일. */
import { addDays, addMonths, type CivilDate, isValidDate, toDayNumber } from "../../core/civil-date.js";
import { tradingDayBeside } from "../calendar/trading-day.js";
import { COMPARED } from "../characters.js";
import type { Origin } from "../piece.js";
import type { Context, Earlier, Resolved } from "./context.js";
import { OPEN_DAY } from "./iso-text.js";
import { monthOrDay } from "./month-or-day.js";
import { Reading } from "./reading.js";
import { yearsBefore } from "./years-before.js";

export function movedDay(reading: Reading, { by, from }: { readonly by: number; readonly from: Origin }): Resolved {
  const { context, reference } = reading;
  const stated = statedDay(reading, by, from);
  if (stated) return stated;
  const beside = from === "eve" || from === "focus" ? besideDay(context) : null;
  const earlier = beside ?? (from === "document" ? statedToday(context, by) : antecedent(context, from));
  // 연휴 전날 is told against the first day of it, 연휴 다음 날 against the last.
  const base = (by < 0 ? earlier?.resolved.from : earlier?.resolved.to) ?? reference;
  if (!base) return reading.open("day", OPEN_DAY);
  if (earlier) reading.byEarlier(earlier, "year", "month", "day");
  else reading.byDocument("year", "month", "day");
  if (from === "market") return reading.day(tradingDayBeside(base, by));
  // 4년 전 같은 날
  const sameDay = from === "story" ? addMonths(base, -12 * yearsBefore(context)) : base;
  return reading.day(addDays(isValidDate(sameDay) ? sameDay : base, by));
}

/** 전날인 9일, 당일인 9월 8일, 이튿날(10일): the date that is said right after the word. */
const DATED =
  /^(?:(?:인 |\()(?:(?:지난|오는|이달) )?(?:(?<month>\d{1,2})월 )?(?<day>\d{1,2})일|\((?<m>\d{1,2})\. ?(?<d>\d{1,2})\.?[)(])/;

/** Days that 오늘 may be off, where a text is dated a day or two after it was written. */
const OFF = [0, -1, 1, -2, 2];

function statedDay(reading: Reading, by: number, origin: Origin): Resolved | null {
  const { context, reference } = reading;
  const said = DATED.exec(context.text.slice(context.end, context.end + 16))?.groups;
  if (!said) return null;
  const day = Number(said["day"] ?? said["d"]);
  const named = said["month"] ?? said["m"];
  const month = named === undefined ? undefined : Number(named);
  const moved = ({ resolved: { from } }: Earlier): CivilDate | null => (from ? addDays(from, by) : null);
  const isSaid = (date: CivilDate | null): boolean =>
    date !== null && date.day === day && (month === undefined || date.month === month);
  if (origin === "document") {
    const near = reference && OFF.map((off) => addDays(reference, by + off)).find(isSaid);
    if (!near) return null;
    reading.byDocument("year", "month", "day");
    return reading.day(near);
  }
  const earlier = context.lastDays.findLast((one) => isSaid(moved(one)));
  const date = earlier && moved(earlier);
  if (date) {
    reading.byEarlier(earlier, "year", "month", "day");
    return reading.day(date);
  }
  if (month === undefined || month > 12 || day < 1) return null;
  return monthOrDay(new Reading({ kind: "point", month: { at: month }, day: { at: day } }, context, undefined), {
    at: month,
  });
}

/** 설날 전날, 25일 다음 날: the day or the days that the word stands right behind. */
function besideDay({ text, start, point }: Context): Earlier | null {
  const isDay = point?.resolved.level === "day" || point?.resolved.level === "days";
  return isDay && /^(?:의 | )$/.test(text.slice(point.end, Math.min(start, point.end + 3))) ? point : null;
}

/** 오늘 in a text that is dated a day off: the day that it tells of, where it never speaks of the day of publication. */
function statedToday({ near, reference, fromToday }: Context, by: number): Earlier | null {
  if (!reference || fromToday || by < 0 || by > 1) return null;
  const [only, another] = near;
  if (!only || another) return null;
  const [day, { earlier }] = only;
  return Math.abs(day - toDayNumber(reference)) === 1 ? earlier : null;
}

/** The day that 이날, 전날 and 이튿날 look back at, or null where that is the publication date. */
function antecedent(context: Context, from: Origin): Earlier | null {
  const { day, near, reference } = context;
  if (from === "focus" || !reference) return day;
  const isAhead = day?.resolved.to ? toDayNumber(day.resolved.to) > toDayNumber(reference) : false;
  if (isAhead && from !== "market" && isOfComingDay(context)) return day;
  // 설명회는 25일 열린다. 시장은 전날 …을 만났다: what is over is told against publication.
  if (near.size === 0) return isAhead && context.tense() === "past" ? null : day;
  if (from === "story" || from === "market") return storyDay(context, reference);
  const named = namedEve(context);
  if (named) return named;
  // 코스닥지수는 전날보다 …: the index of the story's day, wherever the text has been in between.
  const isCompared = COMPARED.test(context.text.slice(context.end, context.end + 3));
  const published = toDayNumber(reference);
  if (isCompared && day?.sentence !== context.sentence)
    return near.get(published)?.earlier ?? storyDay(context, reference);
  const past = [...near].filter(([number]) => number <= published).map(([, { earlier }]) => earlier);
  return past.reduce<Earlier | null>((last, next) => (last && last.end > next.end ? last : next), null);
}

/** The day near publication that the text has spoken of most; of two the nearer to publication, and of these the one said last. */
function storyDay({ day, near, sentence }: Context, published: CivilDate): Earlier | null {
  const number = toDayNumber(published);
  const today = near.get(number)?.earlier;
  const justSaid = day && today && day.end === today.end && day.sentence >= sentence - 1;
  if (justSaid) return today;
  const days = [...near].map(([at, { count, earlier }]) => ({ count, earlier, away: Math.abs(at - number) }));
  const isBetter = (a: (typeof days)[number], b: (typeof days)[number]): boolean =>
    (a.count - b.count || b.away - a.away || a.earlier.end - b.earlier.end) > 0;
  return days.reduce((best, next) => (isBetter(next, best) ? next : best)).earlier;
}

/** 시상식 전날, 선거 전날, 떠나기 전날: an occasion, which had or will have its own day. */
const OCCASION =
  /(?<occasion>[가-힣]{0,6}(?:식|시험|수능|선거|투표|총선|대선|경기|대회|공연|축제|개막|폐막|행사|발표|마감|출국|귀국|사고|범행|회의|회담|선고|재판|결승|방문|파업|휴일|[가-힣]기)) $/;
/** Characters before 시상식 전날 in which the occasion is looked for, and from there to its day. */
const MENTIONED = 600;
const ABOUT = 80;

/** The day before which 전날 is told by the words beside it. */
function namedEve({ text, start, day, sentence, lastDays }: Context): Earlier | null {
  const occasion = OCCASION.exec(text.slice(Math.max(0, start - 12), start))?.groups?.["occasion"];
  if (occasion === undefined) return null;
  const before = Math.max(0, start - MENTIONED);
  const found = text.slice(before, start - 1 - occasion.length).lastIndexOf(occasion);
  const away = ({ end: at }: Earlier): number => Math.abs(at - before - found);
  const [nearest] = found < 0 ? [] : [...lastDays].sort((a, b) => away(a) - away(b));
  if (nearest && away(nearest) < ABOUT) return nearest;
  return day && day.sentence >= sentence - 1 ? day : null;
}

/** Whether a day to come was said last, and the clause tells of it: 축제는 20일 열린다. 이날 공연에는 …할 예정이다; ※ 이날만 22:00까지. */
function isOfComingDay(context: Context): boolean {
  const { day, sentence } = context;
  if (!day || day.sentence < sentence - 1) return false;
  const tense = context.tense();
  return tense === "future" || (tense === null && !isClause(context));
}

/** Whether the sentence has an ending of a clause, as no line of a schedule has. */
const CLAUSE = /[다요죠까]["'”’)]?[.?!]?$|[가-힣]다[."'”’, ]|고 |며 |면서 /;
const isClause = ({ text, end, sentenceEnd }: Context): boolean =>
  CLAUSE.test(text.slice(end, Math.min(sentenceEnd, end + 90)));
