/** Refiner: joins neighbouring pieces to a point of the calendar: 지난해 | 12월 | 24일 | (일). Parts come from the largest down. */
import { isHangul, wordEndsAt } from "../characters.js";
import type { Candidate, Point, Range, Slot } from "../expression.js";
import type { Phase, Piece } from "../piece.js";
import { follows } from "./adjacent.js";
import { isPrisonTerm, isSpanOfTime, lastsQuarters, namesWeek } from "./span-of-time.js";

export interface Composed {
  readonly candidate: Candidate;
  /** Index of the first piece that is not used. */
  readonly next: number;
}

type Draft = { -readonly [Key in keyof Point]: Point[Key] };

/** Order of the parts: each stands below the one before it. */
const RANK = { years: 8, year: 7, half: 6, month: 5, week: 4, day: 3, weekday: 2, phase: 1 } as const;

const PHASES: readonly (readonly [word: string, phase: Phase])[] = [
  ["초반", "early"],
  ["초순", "first10"],
  ["상순", "first10"],
  ["중순", "second10"],
  ["하순", "last10"],
  ["중반", "middle"],
  ["후반", "latter"],
  ["말경", "late"],
  ["초", "early"],
  ["말", "late"],
];
/** 초과, 초가을, 초·중·고, 말이지: not the beginning or the end of a period, though a particle seems to follow. */
const OTHER_PHASE = /^(?:초(?:과|가을| ?[·ㆍ․] ?중)|말(?:이지|은커녕|로만))/;

/** 초, 말, 중순 … after a period. */
function readPhase(text: string, end: number): { phase: Phase; end: number } | null {
  const start = text.charCodeAt(end) === 32 ? end + 1 : end;
  for (const [word, phase] of PHASES) {
    if (!text.startsWith(word, start)) continue;
    const after = start + word.length;
    return OTHER_PHASE.test(text.slice(start, start + 5)) || !wordEndsAt(text, after) ? null : { phase, end: after };
  }
  return null;
}

const AGAIN = /^ ?(?:만에|째)/;
const LASTING = /^(?:간| ?동안| ?만에| ?째)/;

/** Whether a count of years names a year: 2024년, ’22년, 22년 7월; not 3년, 20년. */
export function namesYear(text: string, piece: Piece, next: Piece | undefined): boolean {
  if (piece.kind !== "count" || piece.unit !== "year" || piece.native || piece.more || piece.grouped) return false;
  if (piece.numbers.some((number) => !Number.isInteger(number) || number > 2200)) return false;
  if (piece.quoted || piece.bare || piece.dated) return true;
  // 2024년, 2013~14년; 1000년 고도, 1300년간, 2000년 만에 are lengths.
  const first = piece.numbers[0] ?? 0;
  if (first > 1000) return !(first < 1900 ? LASTING : AGAIN).test(text.slice(piece.end, piece.end + 3));
  // ’15~22년
  if (
    piece.numbers.length === 1 &&
    /['’‘`]\d{2}년? ?[~∼～-] ?$/.test(text.slice(Math.max(0, piece.start - 7), piece.start))
  )
    return true;
  const two = piece.numbers.every((number) => number >= 10 && number <= 99);
  if (!two) return false;
  // 98년도, 22년도; 15년도 모자란다 is a length.
  if (
    text.charAt(piece.end) === "도" &&
    !isHangul(text.charCodeAt(piece.end + 1)) &&
    piece.numbers.every((number) => number >= 90 || (number >= 20 && number < 30))
  )
    return true;
  if (piece.joint === "range" && text.charAt(piece.start - 1) === "(") return true;
  // 19년부터
  if (
    piece.joint === "one" &&
    text.startsWith("부터", piece.end) &&
    !/\d{2}년부터 \d{2}년/.test(text.slice(piece.start, piece.end + 6))
  )
    return true;
  if (!next || !follows(text, piece, next)) return false;
  if (next.kind === "half") return true;
  return (
    next.kind === "count" &&
    next.unit === "month" &&
    !/(?:징역|금고|형) ?$/.test(text.slice(Math.max(0, piece.start - 4), piece.start))
  );
}

/** The common-era year that a count of years means. */
function yearOf(number: number): number {
  if (number >= 100) return number;
  return number < 60 ? 2000 + number : 1900 + number;
}

/** The first year of the decade that 1990년대 or 80년대 means. */
const decadeOf = (number: number): number => (number >= 1000 ? number : 1900 + number);

const at = (value: number): Slot => ({ at: value });

type Count = Extract<Piece, { kind: "count" }>;

const lastNumber = ({ numbers }: Count): number => numbers[numbers.length - 1] ?? 0;

export function composePoint(text: string, pieces: readonly Piece[], first: number): Composed | null {
  const draft: Draft = { kind: "point" };
  let rank = 9;
  let index = first;
  let start = -1;
  let end = -1;
  let rule = "";
  let upper: { part: "year" | "quarter" | "month" | "day"; value: number } | null = null;
  let previous: Piece | undefined;

  for (; index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece || (previous && !follows(text, previous, piece))) break;
    const next = pieces[index + 1];
    let used = false;
    /** Takes the piece if its part is below the last one. */
    const below = (level: number): boolean => {
      if (level >= rank) return false;
      rank = level;
      used = true;
      return true;
    };

    if (upper !== null && !(piece.kind === "weekday" && piece.bracket)) break;
    // 지난해 '24.10.25일, 다음주 4월 13일: the date says again what the word says.
    if (previous?.kind === "shift" && piece.kind === "count" && draft.day === undefined && draft.month === undefined) {
      if (previous.part === "year" && piece.unit === "year" && piece.dated) rank = RANK.years;
      if (previous.part === "week" && piece.unit === "month") {
        delete draft.week;
        rank = RANK.half;
      }
    }
    switch (piece.kind) {
      case "lead":
        if (previous) break;
        draft.lead = piece.way;
        used = true;
        break;
      case "lunar":
        if (rank > RANK.month && follows(text, piece, next) && next.kind === "count" && next.unit === "month") {
          draft.lunar = piece.leap ? "leap" : "month";
          previous = piece;
          continue;
        }
        break;
      case "era": {
        if (rank <= RANK.year || !next || next.kind !== "count" || !follows(text, piece, next)) break;
        const number = next.numbers[0] ?? 0;
        const before = piece.offset === Number.NEGATIVE_INFINITY;
        const yearAt = (count: number) => (before ? -count : count + piece.offset);
        if (next.unit === "century") draft.years = [-number * 100, -lastNumber(next) * 100 + 99];
        else if (next.unit === "year") {
          draft.year = at(yearAt(number));
          if (next.joint !== "one") upper = { part: "year", value: yearAt(lastNumber(next)) };
        } else break;
        draft.era = true;
        rank = RANK.year;
        used = true;
        index++;
        break;
      }
      case "count":
        switch (piece.unit) {
          case "century":
            if (below(RANK.years)) draft.years = [((piece.numbers[0] ?? 1) - 1) * 100 + 1, lastNumber(piece) * 100];
            break;
          case "decade":
            if (below(RANK.years)) draft.years = [decadeOf(piece.numbers[0] ?? 0), decadeOf(lastNumber(piece)) + 9];
            break;
          case "year":
            if (!namesYear(text, piece, next) || !below(RANK.year)) break;
            draft.year = at(yearOf(piece.numbers[0] ?? 0));
            upper = lastOf(piece, "year");
            break;
          case "quarter":
            if (lastsQuarters(text, piece) || !below(RANK.half)) break;
            draft.quarter = at(piece.numbers[0] ?? 1);
            upper = lastOf(piece, "quarter");
            break;
          case "term":
            if (piece.joint === "one" && below(RANK.half)) draft.term = piece.numbers[0] ?? 1;
            break;
          case "month":
            if (isPrisonTerm(text, piece) || !below(RANK.month)) break;
            draft.month = at(piece.numbers[0] ?? 1);
            upper = lastOf(piece, "month");
            break;
          case "weeks":
            if (draft.month === undefined && draft.half === undefined && draft.quarter === undefined) {
              if (!namesWeek(text, piece, draft.year !== undefined) || !below(RANK.week)) break;
              draft.weekOfYear = piece.numbers[0] ?? 1;
              break;
            }
            if (
              draft.month === undefined ||
              piece.native ||
              (piece.numbers[0] ?? 0) > 5 ||
              /^ ?[간동만]/.test(text.slice(piece.end, piece.end + 2)) ||
              piece.joint !== "one" ||
              !below(RANK.week)
            )
              break;
            draft.weekOf = piece.numbers[0] ?? 1;
            break;
          case "day": {
            if (piece.native || piece.grouped || piece.numbers.some((number) => number < 1 || number > 31)) break;
            const anchored =
              draft.month !== undefined || (next?.kind === "weekday" && next.bracket && follows(text, piece, next));
            if (!anchored && (draft.year !== undefined || isSpanOfTime(text, piece))) break;
            if (!below(RANK.day)) break;
            draft.day = at(piece.numbers[0] ?? 1);
            upper = lastOf(piece, "day");
            break;
          }
        }
        break;
      case "shift":
        // 107년이 지난 올봄: this year is not the last.
        if (draft.lead === "last" && piece.by >= 0) break;
        if (piece.part === "year" && below(RANK.year)) draft.year = { by: piece.by, from: piece.from };
        else if (piece.part === "quarter" && below(RANK.half)) draft.quarter = { by: piece.by, from: piece.from };
        else if (piece.part === "month" && below(RANK.month)) draft.month = { by: piece.by, from: piece.from };
        else if (piece.part === "week" && below(RANK.week)) draft.week = { by: piece.by, from: piece.from };
        else if (piece.part === "day" && !previous && below(RANK.day)) draft.day = { by: piece.by, from: piece.from };
        break;
      case "half":
        if (below(RANK.half)) draft.half = at(piece.half);
        break;
      case "season":
        if ((draft.year !== undefined || draft.lead) && below(RANK.half)) draft.season = piece.season;
        break;
      case "week-of":
        if (draft.month !== undefined && below(RANK.week)) draft.weekOf = piece.nth;
        break;
      case "day-of":
        // 첫날; 5월 마지막 날, 새해 첫날, 추석 연휴 첫날
        if (draft.off) rank = RANK.week;
        if ((!previous || draft.month !== undefined || draft.year !== undefined || draft.off) && below(RANK.day))
          draft.dayOf = piece.nth;
        break;
      case "weekend":
        if (!below(RANK.day)) break;
        draft.weekend = true;
        if (piece.by !== undefined) draft.week = { by: piece.by, from: "document" };
        break;
      case "holiday":
        if (below(RANK.day)) {
          draft.holiday = piece.holiday;
          if (piece.off) draft.off = true;
        }
        break;
      case "weekday": {
        const apart =
          previous && !draft.lead && draft.week === undefined && draft.weekOf === undefined && draft.day === undefined;
        if (piece.bracket ? draft.day === undefined : piece.days.length > 1 || apart) break;
        if (below(RANK.weekday)) {
          draft.weekday = piece.days[0] ?? 1;
          if (piece.bracket || draft.day !== undefined) draft.bracketed = true;
        }
        break;
      }
      case "phase":
        if (piece.of !== undefined) {
          if (previous) break;
          draft[piece.of] = { by: 0, from: "document" };
        } else if (draft.month !== undefined || draft.half !== undefined) break;
        if (below(RANK.phase)) draft.phase = piece.phase;
        break;
      case "same-period":
        if ((draft.year !== undefined || !previous) && draft.month === undefined && below(RANK.day)) {
          draft.samePeriod = true;
          if (piece.by !== 0) draft.year = { by: piece.by, from: "focus" };
        }
        break;
    }
    if (!used) break;
    if (start < 0) start = piece.start;
    const last = pieces[index] ?? piece;
    end = last.end;
    rule = piece.kind === "lead" ? rule : piece.rule;
    previous = last;
    // 정조 20년(1796년)
    const again = pieces[index + 1];
    if (
      piece.kind === "era" &&
      again?.kind === "count" &&
      again.start === end + 1 &&
      text.charAt(end) === "(" &&
      text.charAt(again.end) === ")" &&
      draft.year &&
      "at" in draft.year &&
      draft.year.at === again.numbers[0]
    ) {
      index++;
      end = again.end + 1;
      previous = { ...again, end };
    }
    // 지난해(2024년) 2월, 이달(9월): brackets that say the same again.
    if (
      piece.kind === "shift" &&
      again?.kind === "count" &&
      (again.unit === piece.part || again.bare) &&
      text.charAt(end) === "(" &&
      again.start === end + 1 &&
      text.charAt(again.end) === ")"
    ) {
      if (piece.part === "year" && namesYear(text, again, undefined)) draft.year = at(yearOf(again.numbers[0] ?? 0));
      if (piece.part === "year" || piece.part === "month") {
        index++;
        end = again.end + 1;
        previous = { ...again, end };
      }
    }
    // 2025년도, and 주차 of 6월 4주차.
    if (
      piece.kind === "count" &&
      piece.unit === "year" &&
      text.charAt(end) === "도" &&
      !/^도(?:시|로|민|청|입|쿄|움|착|전|약)/.test(text.slice(end, end + 2))
    ) {
      end++;
      previous = { ...last, end };
    }
    if (piece.kind === "count" && piece.unit === "weeks" && text.startsWith("차", end)) end++;
    // 올해 한 해, 11월 한 달간
    const whole = rank === RANK.year ? / 한 ?해(?=[ 를의에가는도,.]|$)/y : rank === RANK.month ? / 한 ?달 ?간/y : null;
    if (whole) {
      whole.lastIndex = end;
      const found = whole.exec(text);
      if (found) {
        end += found[0].length;
        do index++;
        while ((pieces[index]?.start ?? end) < end);
        break;
      }
    }
    if (rank >= RANK.week && rank <= RANK.years && upper === null) {
      const phase = readPhase(text, end);
      if (phase) {
        draft.phase = phase.phase;
        end = phase.end;
        index++;
        rank = RANK.phase;
        break;
      }
    }
  }
  // 올 and 이번 say nothing alone.
  if (rank > RANK.years) return null;
  if (draft.year && text.slice(start, end) === "올") return null;
  const point: Point = draft;
  const candidate = (expression: Point | Range<Point>): Candidate => ({ start, end, rule, expression });
  if (upper === null) return { candidate: candidate(point), next: index };
  const to: Point = { ...withoutWeekday(point), [upper.part]: at(upper.value) };
  return { candidate: candidate({ kind: "range", from: withoutWeekday(point), to }), next: index };
}

function withoutWeekday(point: Point): Point {
  const { weekday: _weekday, bracketed: _bracketed, ...rest } = point;
  return rest;
}

/** The last number of 5~7일 and 3·4일, or null where there is one number only. */
function lastOf<Part extends "year" | "quarter" | "month" | "day">(
  piece: Count,
  part: Part,
): { part: Part; value: number } | null {
  if (piece.joint === "one") return null;
  const first = piece.numbers[0] ?? 0;
  const last = lastNumber(piece);
  if (part !== "year") return { part, value: last };
  // 2013~14년
  return { part, value: first > 1000 && last < 100 ? first - (first % 100) + last : yearOf(last) };
}
