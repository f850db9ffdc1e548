/** Refiner: expressions to timexes, in text order, each read against the publication date and what was said before it. */
import { addDays, addMonths, type CivilDate, daysInMonth, formatDate, toDayNumber } from "../../core/civil-date.js";
import type { Report, Sentence, Timex, TimexPart } from "../../core/types.js";
import { COMPARED } from "../characters.js";
import type { Candidate, Clock, Point, Range, Since, Spell } from "../expression.js";
import { type Tense, tenseAfter } from "../tense.js";
import type { Context, Earlier, Resolved, TimexBody } from "./context.js";
import { monthText, yearText } from "./iso-text.js";
import { fixed, type Inherited, lastDay } from "./reading.js";
import { resolveClock } from "./resolve-clock.js";
import { resolvePoint } from "./resolve-point.js";

/** One candidate and the number of the sentence that it stands in. */
export interface Placed {
  readonly candidate: Candidate;
  readonly sentence: number;
}

export function resolveAll(
  text: string,
  placed: Iterable<Placed>,
  sentences: readonly Sentence[],
  reference: CivilDate | null,
  report: Report,
): Timex[] {
  const timexes: Timex[] = [];
  const context: Context = {
    text,
    reference,
    report,
    day: null,
    point: null,
    period: null,
    range: null,
    heading: null,
    lastDays: [],
    near: new Map(),
    fromToday: false,
    localFromHere: false,
    start: 0,
    end: 0,
    sentence: 0,
    sentenceStart: 0,
    sentenceEnd: 0,
    tense: () => null,
  };
  const listed = new Map<string, readonly TimexPart[]>();
  let open = false;
  for (const { candidate, sentence } of placed) {
    const span = sentences[sentence];
    let tense: Tense | undefined;
    context.start = candidate.start;
    context.end = candidate.end;
    context.sentence = sentence;
    context.sentenceStart = span?.start ?? 0;
    context.sentenceEnd = span?.end ?? text.length;
    context.tense = () => (tense ??= tenseAfter(text, candidate.end, context.sentenceEnd));
    const id = `t${timexes.length + 1}`;
    const body = resolveOne(candidate, context, id);
    if (!body) continue;
    open ||= reference === null && body.value.includes("XX");
    timexes.push(timexOf(id, text, candidate, body, listed));
  }
  if (open) report({ code: "timex/no-reference", severity: "info", stage: "timex" });
  return timexes;
}

/** One flat object, and what its parts have in common with others held once: a text of dates has one for every ten characters. */
function timexOf(
  id: string,
  text: string,
  { start, end, rule }: Candidate,
  { type, value, from, to, explicit, implied, anchor, ...rest }: TimexBody,
  listed: Map<string, readonly TimexPart[]>,
): Timex {
  const first = from === value ? value : from;
  const last = to === value ? value : to === from ? first : to;
  const stated = once(listed, explicit);
  const filled = once(listed, implied);
  const surface = text.slice(start, end);
  if (rest.mod === undefined && rest.zone === undefined)
    return {
      id,
      start,
      end,
      text: surface,
      type,
      value,
      from: first,
      to: last,
      explicit: stated,
      implied: filled,
      anchor,
      rule,
    };
  return {
    id,
    start,
    end,
    text: surface,
    type,
    value,
    from: first,
    to: last,
    explicit: stated,
    implied: filled,
    anchor,
    ...rest,
    rule,
  };
}

/** The same list as the one before that holds the same parts. */
function once(listed: Map<string, readonly TimexPart[]>, parts: readonly TimexPart[]): readonly TimexPart[] {
  const key = parts.join();
  const known = listed.get(key);
  if (known === undefined) listed.set(key, parts);
  return known ?? parts;
}

function resolveOne(candidate: Candidate, context: Context, id: string): TimexBody | null {
  const { expression } = candidate;
  const nothing = { from: null, to: null, explicit: [], implied: [], anchor: "none" } as const;
  switch (expression.kind) {
    case "reference":
      return { type: "DATE", value: expression.value, ...nothing };
    case "duration":
      return {
        type: "DURATION",
        value: expression.upTo ? `${expression.length}/${expression.upTo}` : expression.length,
        ...nothing,
        ...(candidate.mod && { mod: candidate.mod }),
      };
    case "set":
      return { type: "SET", value: expression.length, ...nothing };
    case "since": {
      const later = since(expression, context);
      return later ? remember(context, id, later, false) : { type: "DURATION", value: expression.length, ...nothing };
    }
    case "clock":
      return resolveClock(context, expression, null, candidate);
    case "spell":
      return spell(expression, context, id);
    case "range":
      return expression.from.kind === "clock"
        ? resolveClock(context, expression.from, (expression as Range<Clock>).to, candidate)
        : dateRange(expression as Range<Point>, context, id);
    case "point": {
      const resolved = resolvePoint(expression, context);
      if (!resolved) return null;
      const { year } = expression;
      const kept = { point: context.point, period: context.period, day: context.day };
      // 전날 and 전 거래일 are told against the story's day, and so is the next 전날.
      const { day } = expression;
      context.fromToday ||= day !== undefined && "by" in day && day.from === "document" && day.by !== 0;
      const eve = day !== undefined && "by" in day && (day.from === "eve" || day.from === "market");
      const body = remember(context, id, resolved, year !== undefined, expression.holiday === undefined && !eve);
      // 전년 and 전년 동기 are said against what the text tells of; the next one is not said against them.
      const isComparison = year !== undefined && "by" in year && year.from === "focus" && year.by < 0;
      // 전날보다 2원 내린: the text goes on telling of its own day.
      if (isComparison || expression.samePeriod || COMPARED.test(context.text.slice(context.end, context.end + 3)))
        Object.assign(context, kept);
      return body;
    }
  }
}

/** Keeps what later expressions refer back to, and gives the timex its form. */
function remember(context: Context, id: string, given: Resolved, yearStated: boolean, told = true): TimexBody {
  const resolved = isStretch(given) ? given : { ...given, from: null, to: null };
  const earlier: Earlier = { id, end: context.end, sentence: context.sentence, resolved, yearStated };
  if (resolved.from) {
    context.point = earlier;
    if (resolved.level === "day") {
      context.day = earlier;
      context.lastDays.push(earlier);
      if (context.lastDays.length > MOST_DAYS) context.lastDays.shift();
      if (isHeading(context)) context.heading = earlier;
      // 설을 하루 앞둔 16일: a feast is not the story's day.
      if (told) noteNear(context, earlier, resolved.from);
    } else if (resolved.level === "days") {
      context.range = earlier;
      context.period = earlier;
    } else context.period = resolved.level === "week" ? context.period : earlier;
  }
  const { value, from, to, explicit, implied, anchor, mod } = resolved;
  return {
    type: "DATE",
    value,
    from: from && formatDate(from),
    to: to && formatDate(to),
    explicit,
    implied,
    anchor,
    ...(mod && { mod }),
  };
}

/** Days that an occasion is looked for beside. */
const MOST_DAYS = 8;

const HEADING_BEFORE = /^[^가-힣A-Za-z0-9]{0,6}$/;
const HEADING_AFTER = /^[^가-힣A-Za-z0-9]{0,4}$/;

/** Whether the expression is all that its sentence says: ◆20일(토), [14일], <6월 3일(수)>. */
function isHeading(context: Context): boolean {
  if (context.start - context.sentenceStart > 6 || context.sentenceEnd - context.end > 4) return false;
  const { text, start, end, sentenceStart, sentenceEnd } = context;
  return HEADING_BEFORE.test(text.slice(sentenceStart, start)) && HEADING_AFTER.test(text.slice(end, sentenceEnd));
}

/** Whether the bounds are days that ISO 8601 can write, in order: "2021년 1월부터 올해 11월까지" in a text of 2020 says what it says, and names no days. */
function isStretch({ from, to }: Resolved): boolean {
  return from !== null && to !== null && from.year >= 1 && to.year <= 9999 && toKey(from) <= toKey(to);
}

/** Days that lie this near to publication may be the story's. */
const NEAR = 3;

function noteNear({ near, reference }: Context, earlier: Earlier, date: CivilDate): void {
  if (!reference) return;
  const day = toDayNumber(date);
  if (Math.abs(day - toDayNumber(reference)) > NEAR) return;
  const known = near.get(day);
  near.set(day, { count: (known?.count ?? 0) + 1, earlier });
}

/** So many days after the last day, or so many months or years after what was last spoken of, as finely as both are said. */
function since({ days, months = 0 }: Since, { day, point }: Context): Resolved | null {
  if (days !== undefined) {
    if (!day?.resolved.to) return null;
    const date = addDays(day.resolved.to, days);
    const span = { from: date, to: date, anchor: day.id };
    return { level: "day", value: formatDate(date), ...span, explicit: ["day"], implied: ["year", "month"] };
  }
  const base = point?.resolved;
  if (!base?.from) return null;
  const { year, month } = addMonths({ ...base.from, day: 1 }, months);
  const isYear = months % 12 === 0;
  if (!isYear && (base.level === "year" || base.level === "years")) return null;
  const last = isYear ? 12 : month;
  return {
    level: isYear ? "year" : "month",
    value: isYear ? yearText(year) : monthText(year, month),
    from: { year, month: isYear ? 1 : month, day: 1 },
    to: lastDay(year, last),
    explicit: [isYear ? "year" : "month"],
    implied: isYear ? [] : ["year"],
    anchor: point?.id ?? "none",
  };
}

function spell(expression: Spell, context: Context, id: string): TimexBody | null {
  const start = resolvePoint(expression.from, context);
  if (!start) return null;
  const { from } = start;
  if (!from)
    return {
      type: "DATE",
      value: start.value,
      from: null,
      to: null,
      explicit: start.explicit,
      implied: start.implied,
      anchor: start.anchor,
    };
  const { years = 0, months = 12 * years, days = 1 } = expression;
  // 8월 중순부터 석 달간 ends in a month of which a part is left.
  const isLate = start.mod === "MID" || start.mod === "END";
  const over = addMonths(from, months);
  const to = months === 0 ? addDays(from, days - 1) : isLate ? lastDay(over.year, over.month) : addDays(over, -1);
  const write = (date: CivilDate): string =>
    start.level === "year"
      ? yearText(date.year)
      : start.level === "month"
        ? formatDate(date).slice(0, 7)
        : formatDate(date);
  return remember(
    context,
    id,
    { ...start, level: "days", value: `${write(from)}/${write(to)}`, from, to },
    expression.from.year !== undefined,
  );
}

/** ’55∼’60: of two years of two figures the first is no later than the second. */
function ofOneCentury(first: Point, last: Point): Point {
  const [from, to] = [fixed(first.year), fixed(last.year)];
  return from !== undefined && to !== undefined && from >= 2000 && from > to && from - 100 <= to
    ? { ...first, year: { at: from - 100 } }
    : first;
}

function dateRange({ from: first, to: last }: Range<Point>, context: Context, id: string): TimexBody | null {
  const start = resolvePoint(ofOneCentury(first, last), context, dayBefore(first, last, context));
  if (!start) return null;
  // 4월 10일, 11일 without a publication date: no year, but the month.
  const isDay = fixed(last.day) !== undefined && last.month === undefined;
  const second = !start.from && first.month && isDay ? { ...last, month: first.month } : last;
  const inherited: Inherited | undefined =
    start.from && second.year === undefined && second.lead === undefined
      ? { year: start.from.year, month: start.from.month, id: start.anchor, after: start.from }
      : undefined;
  // 12월 1일부터 이듬해 3월 31일까지: the second bound looks back at the first.
  const before = { point: context.point, day: context.day };
  const { start: at, sentence } = context;
  const bound: Earlier = { id: start.anchor, end: at, sentence, resolved: start, yearStated: false };
  context.point = bound;
  if (start.level === "day") context.day = bound;
  const end = resolvePoint(second, context, inherited);
  Object.assign(context, before);
  if (!end) return null;
  const explicit = [...new Set<TimexPart>([...start.explicit, ...end.explicit])];
  const implied = [...new Set<TimexPart>([...start.implied, ...end.implied])].filter(
    (part) => !explicit.includes(part),
  );
  let { from } = start;
  // "28일부터 4월 3일까지" in a text of 10 April: the first bound is the last 28th before the second.
  if (from && end.to && toKey(from) > toKey(end.to) && first.month === undefined && second.month !== undefined) {
    const moved = addMonths(end.to, -1);
    from = { ...moved, day: from.day };
  }
  // "10월 15일부터 2026년 4월 30일까지": the first bound is of the year before.
  const moves =
    first.year === undefined && first.lead === undefined && first.month !== undefined && "at" in first.month;
  if (from && end.to && moves && toKey(from) > toKey(end.to)) from = lastBefore(from, end.to);
  // 16세기부터 20세기 초까지: of a stretch of years the first, and of the other the last.
  const value = `${(from ? writeFrom(start, from) : start.value).split("/")[0]}/${end.value.split("/").at(-1)}`;
  return remember(
    context,
    id,
    { level: "days", value, from, to: end.to, explicit, implied, anchor: start.anchor },
    first.year !== undefined,
  );
}

/** The same day of the year, the last one that is not after `end`. */
function lastBefore(date: CivilDate, end: CivilDate): CivilDate {
  const sameYear = addMonths(date, (end.year - date.year) * 12);
  return toKey(sameYear) > toKey(end) ? addMonths(sameYear, -12) : sameYear;
}

function writeFrom({ level, value }: Resolved, from: CivilDate): string {
  if (level === "day") return formatDate(from);
  return level === "month" ? formatDate(from).slice(0, 7) : value;
}

/**
 * What the first bound takes over from the second: 29일부터 9월 2일까지 begins on the last such day before it; 1~9월 in October lies in the year
 * that its last month does.
 */
function dayBefore(first: Point, second: Point, context: Context): Inherited | undefined {
  if (first.month && "at" in first.month && !first.year && !first.lead && first.weekday === undefined && !second.year) {
    const until = second.month && "at" in second.month && !second.lead ? second.month.at : 0;
    if (until < first.month.at || !context.reference) return undefined;
    const end = resolvePoint(second, context)?.from;
    return end ? { year: end.year, id: "document" } : undefined;
  }
  const day = fixed(first.day);
  if (day === undefined || first.month || first.year || first.lead || first.weekday !== undefined) return undefined;
  if (fixed(second.month) === undefined || second.year || !context.reference) return undefined;
  const end = resolvePoint(second, context)?.to;
  if (!end || day <= end.day) return undefined;
  const last = addMonths({ ...end, day: 1 }, -1);
  const { year, month } = day <= daysInMonth(last.year, last.month) ? last : addMonths(last, -1);
  return { year, month, id: "document" };
}

const toKey = ({ year, month, day }: CivilDate): number => year * 10000 + month * 100 + day;
