/** Refiner: joins counts to a length of time: 3년간, 2년 6개월, 1시간 30분, 약 3주, 최근 5년, 두 달여, 7~21일, 100일, 2박 3일. */
import { wordEndsAt } from "../characters.js";
import type { Duration } from "../expression.js";
import type { Piece, Unit } from "../piece.js";
import { follows } from "./adjacent.js";
import { type Composed, namesYear } from "./compose-point.js";
import { isMatchMinute, isPrisonTerm, isRate, lastsQuarters } from "./span-of-time.js";

const ORDER: Partial<Record<Unit, number>> = {
  year: 7,
  quarters: 6.5,
  months: 6,
  weeks: 5,
  day: 4,
  hours: 3,
  minute: 2,
  second: 1,
};
const LETTER: Partial<Record<Unit, string>> = {
  year: "Y",
  quarters: "Q",
  months: "M",
  weeks: "W",
  day: "D",
  hours: "H",
  minute: "M",
  second: "S",
};
const HALF: Partial<Record<Unit, readonly [unit: Unit, amount: number]>> = {
  year: ["months", 6],
  months: ["day", 15],
  hours: ["minute", 30],
};

/** Suffixes that belong to the span. 동안, 만에, 이내, 전, 뒤 do not. */
const SUFFIX = /^(?:여 ?기?간|여|간| 간(?![가-힣])|째| 째(?![가-힣])|대(?!비)|차(?!이)| 차(?![가-힣])| 차(?=인 ))/;

interface Counted {
  readonly unit: Unit;
  readonly value: number;
}

function isoPeriod(parts: readonly Counted[]): string {
  const date = parts.filter(({ unit }) => (ORDER[unit] ?? 0) >= 4);
  const time = parts.filter(({ unit }) => (ORDER[unit] ?? 0) < 4);
  const write = (list: readonly Counted[]) => list.map(({ unit, value }) => `${value}${LETTER[unit] ?? ""}`).join("");
  return `P${write(date)}${time.length > 0 ? `T${write(time)}` : ""}`;
}

const LATE_HOUR = /(?:2[5-9]|3\d)시 ?$/;

/** 지난 약 3년: no length has more words before it. */
const MOST_PREFIXES = 2;

export function composeDuration(text: string, pieces: readonly Piece[], first: number): Composed | null {
  let index = first;
  const start = pieces[first]?.start ?? 0;
  let approximate = false;
  // 약, 최근, 향후, 지난, 앞으로, 과거: part of the span before a length.
  while (index < first + MOST_PREFIXES) {
    const piece = pieces[index];
    if (!piece || !follows(text, piece, pieces[index + 1])) break;
    if (piece.kind === "about") approximate = piece.word === "약" || piece.word === "최장";
    else if (
      !(piece.kind === "reference" && piece.value !== "PRESENT_REF") &&
      !(piece.kind === "lead" && piece.way === "last")
    )
      break;
    index++;
  }
  const head = pieces[index];
  if (!head) return null;
  if (head.kind === "nights")
    return done({ kind: "duration", length: `P${head.days}D`, days: head.days }, head.end, index + 1);
  const parts: Counted[] = [];
  let upTo: number | null = null;
  let order = 9;
  let previous: Piece | undefined;
  let end = 0;
  let native = true;
  for (; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece?.kind !== "count" || (previous && !follows(text, previous, piece))) break;
    if (namesYear(text, piece, pieces[index + 1]) || piece.dated) break;
    // 징역 2년 6월
    const months =
      piece.unit === "month" && (parts.length === 1 ? parts[0]?.unit === "year" : isPrisonTerm(text, piece));
    const unit: Unit = months ? "months" : lastsQuarters(text, piece) ? "quarters" : piece.unit;
    const level = ORDER[unit];
    // 하루 이틀
    const [only] = parts;
    const isNext = piece.native === true && unit === "day" && piece.numbers[0] === (only?.value ?? 0) + 1;
    if (parts.length === 1 && only?.unit === "day" && native && isNext && upTo === null) {
      upTo = piece.numbers[0] ?? null;
      end = piece.end;
      index++;
      break;
    }
    if (level === undefined || level >= order) break;
    if (piece.joint === "list") break;
    // 1일 2회 is a rate; only what it is a rate of is a length.
    if (isRate(text, piece)) break;
    if (unit === "weeks" && !piece.native && (piece.numbers[0] ?? 0) > 60) break;
    // 하루 네 시간 and 한 달 30시간 are two; 한 시간 30분 is one.
    const joins = native === (piece.native === true) || (level === order - 1 && unit !== "day");
    if (previous && (parts[0]?.unit === "day" || !joins)) break;
    order = level;
    parts.push({ unit, value: piece.numbers[0] ?? 0 });
    native &&= piece.native === true;
    end = piece.end;
    previous = piece;
    approximate ||= piece.more === true;
    if (piece.joint === "range") {
      upTo = piece.numbers[piece.numbers.length - 1] ?? null;
      index++;
      break;
    }
  }
  const last = parts[parts.length - 1];
  if (!last) return null;
  // 화요일 25시 30분, as broadcasters count.
  if (last.unit === "minute" && parts.length === 1 && LATE_HOUR.test(text.slice(Math.max(0, start - 4), start)))
    return null;
  if (last.unit === "minute" && parts.length === 1 && isMatchMinute(text, start, end)) return null;
  const half = HALF[last.unit];
  const rest = text.slice(end, end + 4);
  if (half && upTo === null && /^ ?반(?![가-힣])|^ ?반(?=[은이을에의만동으까])/.test(rest)) {
    end += rest.charAt(0) === " " ? 2 : 1;
    parts.push({ unit: half[0], value: half[1] });
  }
  const suffix = SUFFIX.exec(text.slice(end, end + 4))?.[0];
  if (suffix !== undefined && wordEndsAt(text, end + suffix.length)) {
    approximate ||= suffix.startsWith("여");
    end += suffix.length;
  }
  const single = parts.length === 1 ? parts[0] : undefined;
  const duration: Duration = {
    kind: "duration",
    length: isoPeriod(parts),
    ...(upTo !== null && single && { upTo: isoPeriod([{ unit: single.unit, value: upTo }]) }),
    ...(single?.unit === "day" && Number.isInteger(single.value) && { days: single.value }),
    ...(single?.unit === "year" && { years: single.value }),
    ...(single?.unit === "months" && { months: single.value }),
    native,
  };
  approximate ||= /^(?:쯤| ?가량| ?남짓| ?정도|께)/.test(text.slice(end, end + 3));
  return done(duration, end, index);

  function done(expression: Duration, to: number, next: number): Composed {
    return {
      candidate: { start, end: to, rule: "duration", expression, ...(approximate && { mod: "APPROX" as const }) },
      next,
    };
  }
}
