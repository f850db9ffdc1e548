/** Refiner: joins pieces to a time of day: 오후 2시 30분, 밤 1시, 14:30, 자정, 낮 12시 반. */
import type { Clock } from "../expression.js";
import type { Daypart, Piece } from "../piece.js";
import { follows } from "./adjacent.js";
import type { Composed } from "./compose-point.js";

const APPROXIMATE = /^(?:께| ?쯤| ?무렵| ?가량| ?전후)/;
/** 오후 2시 10분간: a length that begins then. */
const LASTING = /^(?:간(?![가-힣])| ?동안)/;
const ABOUT = /^ ?경(?![가-힣])|^경(?=[에부까])|^ 경(?=에(?:는|도)?(?![가-힣])|부터|까지)/;
/** 어젯밤 7시: the daypart is in the word before. */
const DAYPART_BEFORE = /(?<part>오전|오후|새벽|저녁|밤|낮|아침)\s?$/;
const DAYPARTS: Readonly<Record<string, Daypart>> = {
  오전: "morning",
  아침: "morning",
  오후: "afternoon",
  새벽: "dawn",
  저녁: "evening",
  밤: "night",
  낮: "day",
};

export function composeClock(text: string, pieces: readonly Piece[], first: number): Composed | null {
  let index = first;
  let head = pieces[index];
  if (!head) return null;
  const start = head.start;
  let daypart: Daypart | undefined;
  if (head.kind === "daypart") {
    daypart = head.daypart;
    const next = pieces[index + 1];
    if (!follows(text, head, next)) return null;
    head = next;
    index++;
  }
  daypart ??= DAYPARTS[DAYPART_BEFORE.exec(text.slice(Math.max(0, start - 4), start))?.groups?.["part"] ?? ""];
  let clock: Clock | null = null;
  let end = head.end;
  if (head.kind === "clock") {
    clock = {
      kind: "clock",
      hour: head.hour,
      minute: head.minute,
      ...(head.second !== undefined && { second: head.second }),
    };
  } else if (head.kind === "moment") {
    clock = { kind: "clock", hour: head.hour };
    daypart = undefined;
  } else if (head.kind === "count" && head.unit === "hour") {
    if (head.native && daypart === undefined) return null;
    const minute = pieces[index + 1];
    if (
      minute?.kind === "count" &&
      minute.unit === "minute" &&
      minute.joint === "one" &&
      follows(text, head, minute) &&
      (minute.numbers[0] ?? 60) < 60 &&
      !LASTING.test(text.slice(minute.end, minute.end + 3))
    ) {
      index++;
      end = minute.end;
      const second = pieces[index + 1];
      const seconds =
        second?.kind === "count" && second.unit === "second" && follows(text, minute, second) ? second : null;
      if (seconds) {
        index++;
        end = seconds.end;
      }
      clock = {
        kind: "clock",
        hour: head.numbers[0] ?? 0,
        minute: minute.numbers[0] ?? 0,
        ...(seconds && { second: seconds.numbers[0] ?? 0 }),
      };
    } else if (/^ ?반(?![가-힣])|^ ?반(?=[에께쯤부까이경])/.test(text.slice(end, end + 3))) {
      end += text.charAt(end) === " " ? 2 : 1;
      clock = { kind: "clock", hour: head.numbers[0] ?? 0, minute: 30 };
    } else clock = { kind: "clock", hour: head.numbers[0] ?? 0 };
  }
  if (!clock) return null;
  const said: Clock = daypart ? { ...clock, daypart } : clock;
  const last = head.kind === "count" && head.joint !== "one" ? head.numbers[head.numbers.length - 1] : undefined;
  const about = ABOUT.exec(text.slice(end, end + 5));
  const approximate = about !== null || APPROXIMATE.test(text.slice(end, end + 3));
  if (about) end += about[0].length;
  const expression = last === undefined ? said : { kind: "range" as const, from: said, to: { ...said, hour: last } };
  return {
    candidate: { start, end, rule: "clock-time", expression, ...(approximate && { mod: "APPROX" as const }) },
    next: index + 1,
  };
}
