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
  /** A clock time is stated. */
  readonly clock: boolean;
  /** Surface of the timex that gives the day. */
  readonly surface: string;
}

/** What may stand between two timexes of one group. */
const GLUE = /^[\s,]{0,3}(?:\((?:한국시간|현지시간|현지 시간|이하 현지시간|[월화수목금토일])\)\s?)?$/;
const FROM_PARTICLE = /^부터\s?$/;
const UNTIL = /^까지/;
/** 29일부터 이틀 간격으로: no stretch of days. */
const EVERY = /^ ?(?:간격|마다|씩)/;
const LENGTH = /^P(\d{1,3})([DWM])$/;

/** Joins neighbouring timexes and drops those that fix no day. `timexes` are in text order. */
export function groupTimexes(text: string, timexes: readonly Timex[], published: string | null): TimeGroup[] {
  const groups: TimeGroup[] = [];
  for (const timex of timexes) {
    const last = groups.at(-1);
    const gap =
      last && timex.start >= last.end && timex.start - last.end <= 12 ? text.slice(last.end, timex.start) : null;
    if (last && gap !== null && timex.type === "DURATION") {
      const to =
        FROM_PARTICLE.test(gap) &&
        !EVERY.test(text.slice(timex.end, timex.end + 4)) &&
        (last.grain === "day" || last.grain === "month")
          ? endAfter(last.from, timex.value)
          : null;
      if (to) groups[groups.length - 1] = { ...last, end: timex.end, to, grain: "days" };
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
      FROM_PARTICLE.test(gap) &&
      last.to < from &&
      UNTIL.test(text.slice(timex.end, timex.end + 4))
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
      clock,
      surface: timex.text,
    });
  }
  return groups;
}

function endAfter(from: string, value: string): string | null {
  const start = parseDate(from);
  const match = LENGTH.exec(value);
  if (!start || !match) return null;
  const count = Number(match[1]);
  if (count === 0) return null;
  const next = match[2] === "M" ? addMonths(start, count) : addDays(start, match[2] === "W" ? count * 7 : count);
  const last = addDays(next, -1);
  return last.year > 9999 ? null : formatDate(last);
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
