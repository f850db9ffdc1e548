import { addDays, addMonths, formatDate, parseDate } from "../core/civil-date.js";
import type { Span, Timex } from "../core/types.js";

export type Grain = "day" | "days" | "week" | "month" | "season" | "year" | "years";

/** One or more timexes that say one time together: `10일` and `오전 9시 20분`; `12일부터` and `2주간`. */
export interface TimeGroup extends Span {
  /** Id of the timex that gives the day. */
  readonly timex: string;
  /** First and last day, inclusive. */
  readonly from: string;
  readonly to: string;
  readonly grain: Grain;
  /** The day that is named ends the stretch, which begins on the day of publication: 27일까지. */
  readonly open: boolean;
  /** A clock time is stated. */
  readonly clock: boolean;
  /** Surface of the timex that gives the day. */
  readonly surface: string;
}

/** What may stand between two timexes of one group. */
const GLUE = /^[\s,]{0,3}(?:\((?:한국시간|현지시간|현지 시간|이하 현지시간|[월화수목금토일])\)\s?)?$/;
const FROM_PARTICLE = /^부터\s?$/;
const UNTIL = /^까지/;
/** 6월 22일 10시 ~ 7월 3일: a mark that joins two days to one stretch. */
const TO_MARK = /^\s?[~∼〜～]\s?$/;
/** 29일부터 이틀 간격으로: no stretch of days. */
const EVERY = /^ ?(?:간격|마다|씩)/;
/** 30일까지 이틀간, 9일로 사흘째: lengths that are counted back from their last day. Not 30일까지 이틀 남았다. */
const BACK: readonly (readonly [gap: RegExp, length: RegExp])[] = [
  [/^까지\s?$/, /^[^째]*(?:간|동안)/],
  [/^로\s$/, /째$/],
];
const LENGTH = /^P(\d{1,3})([DWM])$/;

/** Joins neighbouring timexes and drops those that fix no day. `timexes` are in text order. */
export function groupTimexes(text: string, timexes: readonly Timex[], published: string | null): TimeGroup[] {
  const groups: TimeGroup[] = [];
  for (const timex of timexes) {
    const last = groups.at(-1);
    const gap =
      last && timex.start >= last.end && timex.start - last.end <= 12 ? text.slice(last.end, timex.start) : null;
    if (last && gap !== null && timex.type === "DURATION") {
      const stretch = stretchOf(text, last, gap, timex);
      if (stretch) groups[groups.length - 1] = { ...last, ...stretch, end: timex.end, grain: "days" };
      continue;
    }
    if (timex.type === "DURATION" || timex.type === "SET" || timex.from === null) continue;
    const from = timex.from.slice(0, 10);
    const to = (timex.to ?? timex.from).slice(0, 10);
    if (!parseDate(from) || !parseDate(to)) continue;
    const clock = timex.type === "TIME";
    // A local time may fall on another day in Seoul: the day that it is said of counts.
    const onDay = last && (timex.anchor === last.timex || (last.from <= from && from <= last.to));
    if (last && clock && gap !== null && GLUE.test(gap) && onDay) {
      groups[groups.length - 1] = { ...last, end: timex.end, clock: true };
      continue;
    }
    // 18일 낮 12시|부터| 4월 5일|까지: two timexes, one stretch of days.
    if (
      last &&
      gap !== null &&
      last.to < from &&
      ((FROM_PARTICLE.test(gap) && UNTIL.test(text.slice(timex.end, timex.end + 4))) ||
        (TO_MARK.test(gap) && last.grain === "day" && from === to))
    ) {
      groups[groups.length - 1] = { ...last, end: timex.end, to, grain: "days" };
      continue;
    }
    const until = UNTIL.test(timex.text.slice(-2)) || UNTIL.test(text.slice(timex.end, timex.end + 4));
    // 27일까지 운영된다: a day to come that ends what goes on since the day of publication.
    const open = until && from === to && published !== null && published < from;
    groups.push({
      start: timex.start,
      end: timex.end,
      timex: timex.id,
      from: open ? published : from,
      to,
      grain: open ? "days" : grainOf(timex.value, from, to),
      open,
      clock,
      surface: timex.text,
    });
  }
  return groups;
}

/** The stretch that a day and a length after it make. */
function stretchOf(text: string, last: TimeGroup, gap: string, timex: Timex): { from: string; to: string } | null {
  const after = text.slice(timex.end, timex.end + 4);
  if (FROM_PARTICLE.test(gap) && !EVERY.test(after) && (last.grain === "day" || last.grain === "month")) {
    const to = dayAfter(last.from, timex.value, 1);
    return to === null ? null : { from: last.from, to };
  }
  const length = timex.text + (/^\s?(?:간|동안)|^째/.exec(after)?.[0] ?? "");
  if (!BACK.some(([particle, form]) => particle.test(gap) && form.test(length))) return null;
  const from = last.grain === "day" || last.open ? dayAfter(last.to, timex.value, -1) : null;
  return from === null ? null : { from, to: last.to };
}

/** Last day of a length that begins on `day`, or with -1 the first day of one that ends on it. */
function dayAfter(day: string, value: string, direction: 1 | -1): string | null {
  const start = parseDate(day);
  const match = LENGTH.exec(value);
  if (!start || !match) return null;
  const count = Number(match[1]) * direction;
  if (count === 0) return null;
  const next = match[2] === "M" ? addMonths(start, count) : addDays(start, match[2] === "W" ? count * 7 : count);
  const last = addDays(next, -direction);
  return last.year > 9999 || last.year < 1 ? null : formatDate(last);
}

function grainOf(value: string, from: string, to: string): Grain {
  if (from === to) return "day";
  if (/W\d{2}$/.test(value)) return "week";
  if (/^\d{4}-\d{2}$/.test(value)) return "month";
  if (/^\d{4}$/.test(value)) return "year";
  if (/^\d{4}-[A-Z]/.test(value)) return "season";
  if (/^\d{3}X?$|^\d{2}(?:XX)?$/.test(value)) return "years";
  const a = parseDate(from);
  const b = parseDate(to);
  if (!a || !b) return "days";
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return months >= 11
    ? "years"
    : months >= 2
      ? "season"
      : a.day === 1 && months === 0 && b.day >= 28
        ? "month"
        : "days";
}
