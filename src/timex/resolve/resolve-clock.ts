/** Refiner: gives a clock time its value, and the day that it falls on. */
import { addDays, type CivilDate, formatDate, fromDayNumber, toDayNumber } from "../../core/civil-date.js";
import type { TimexPart } from "../../core/types.js";
import type { Candidate, Clock } from "../expression.js";
import { endOfClock, hourOf } from "./clock-hour.js";
import type { Context, Earlier, TimexBody } from "./context.js";
import { pad } from "./iso-text.js";
import { localOffset, offsetText } from "./local-time.js";

/** Minutes in a day, and minutes that Seoul is ahead of UTC. */
const DAY = 1440;
const SEOUL = 540;

/** Characters between a day in somebody's words and a clock time that is told outside of them. */
const QUOTED = 300;
const BESIDE = 4;
const UNQUOTED = /^[^“]*”/;
/** The mark that an item of a list begins with. */
const ITEM = /^[\s]*[△▲▷▶○●◎◇◆□■ㅇ·•\-–*※☞①-⑳(\d]/;
const NIGHT_AFTER = /^ ?(?:밤|저녁|오후)/;
const LASTING_AFTER = /^ ?(?:\d{1,2}분 ?)?(?:까지|에야|(?:이|가) 돼서야|(?:을|를) 넘)/;

interface ClockDay {
  readonly date: CivilDate;
  /** The last day, where there are several. */
  readonly until?: CivilDate;
  readonly anchor: string;
}

/** The day that a clock time falls on: that of the expression just before it, or the last day that the sentence or the text spoke of. */
function clockDay(context: Context, { end }: Candidate, clock: Clock): ClockDay | null {
  const { day, range, reference, text } = context;
  // 16일과 17일 오후 7시: at that hour of each.
  const { from, to } = range?.resolved ?? {};
  if (range && from && to && /^,? ?$/.test(text.slice(range.end, Math.min(context.start, range.end + 3))))
    return { date: from, until: to, anchor: range.id };
  const listed = listDay(context);
  if (listed?.resolved.to) return { date: listed.resolved.to, anchor: listed.id };
  const said = day && isOthersWord(context, day) ? null : day;
  if (said?.resolved.to && (said.sentence >= context.sentence - 2 || !reference)) {
    // 12일 밤입니다. … 새벽 4시까지 막았습니다: the night goes on into the next day.
    const overnight =
      clock.daypart === "dawn" &&
      NIGHT_AFTER.test(text.slice(said.end, said.end + 3)) &&
      LASTING_AFTER.test(text.slice(end, end + 12));
    return { date: addDays(said.resolved.to, overnight ? 1 : 0), anchor: said.id };
  }
  return reference && { date: reference, anchor: "document" };
}

/** The day of the heading that an item of a list stands under, unless the item has said a day of its own. */
function listDay({ text, heading, day, sentence, sentenceStart }: Context): Earlier | null {
  if (!heading || heading.sentence === sentence || day?.sentence === sentence) return null;
  return ITEM.test(text.slice(sentenceStart, sentenceStart + 4)) ? heading : null;
}

/** “지난 6월 24일에도 같은 답을 했다”며 … 오후 4시: a day that somebody spoke of, before a clock time that the text tells. */
function isOthersWord({ text, start, reference }: Context, day: Earlier): boolean {
  return (
    reference !== null &&
    start - day.end > BESIDE &&
    UNQUOTED.test(text.slice(day.end, Math.min(start, day.end + QUOTED)))
  );
}

export function resolveClock(context: Context, first: Clock, second: Clock | null, candidate: Candidate): TimexBody {
  // 밤 12시 is the end of a day, 밤 12시 30분 the beginning of the next.
  const write = (clock: Clock, hour: number): string =>
    `T${pad(hour === 24 && (clock.minute ?? 0) > 0 ? 0 : hour)}:${pad(clock.minute ?? 0)}${clock.second === undefined ? "" : `:${pad(clock.second)}`}`;
  const last = second && endOfClock(first, second);
  // 이날 자정까지, 자정이다: the end of the day.
  const midnight =
    first.hour === 0 && first.daypart === undefined && /정$/.test(context.text.slice(candidate.start, candidate.end));
  const ends = midnight && /^(?:까지|이다|이며|을 기해 끝)/.test(context.text.slice(candidate.end, candidate.end + 6));
  const hour = ends ? 24 : hourOf(first);
  const on = clockDay(context, candidate, first);
  const offset = on && localOffset(context, on.date, hour * 60 + (first.minute ?? 0));
  const stamp = (clock: Clock, at: number, date: CivilDate | undefined, days: number): string | null => {
    if (!date) return null;
    const minutes = (toDayNumber(date) + days) * DAY + at * 60 + (clock.minute ?? 0) + SEOUL - (offset ?? SEOUL);
    const time = ((minutes % DAY) + DAY) % DAY;
    const there = fromDayNumber((minutes - time) / DAY);
    if (there.year < 1 || there.year > 9999) return null;
    return `${formatDate(there)}T${pad(Math.floor(time / 60))}:${pad(time % 60)}`;
  };
  const lastHour = last ? hourOf(last) : hour;
  const overnight = last !== null && lastHour * 60 + (last.minute ?? 0) < hour * 60 + (first.minute ?? 0);
  const explicit: TimexPart[] = ["hour"];
  if (first.daypart) explicit.unshift("daypart");
  if (first.minute !== undefined) explicit.push("minute");
  if (first.second !== undefined) explicit.push("second");
  return {
    type: "TIME",
    value: last ? `${write(first, hour)}/${write(last, lastHour)}` : write(first, hour),
    from: stamp(first, hour, on?.date, 0),
    to: stamp(last ?? first, lastHour, on?.until ?? on?.date, overnight ? 1 : 0),
    explicit,
    implied: on ? ["year", "month", "day"] : [],
    anchor: on?.anchor ?? "none",
    ...(offset !== null && { zone: offsetText(offset) }),
    ...(candidate.mod && { mod: candidate.mod }),
  };
}
