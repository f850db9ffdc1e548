/** Quarters, halves and seasons: 1분기, 지난 분기, 하반기, 작년 가을. `year` is the one that the words say, or null. */
import { addDays, addMonths, type CivilDate } from "../../core/civil-date.js";
import type { Slot } from "../expression.js";
import type { Origin, Season } from "../piece.js";
import type { Resolved } from "./context.js";
import { yearText } from "./iso-text.js";
import { lastDay, type Reading } from "./reading.js";

const MONTHS = { quarter: 3, half: 6 } as const;
const LETTERS = { quarter: "Q", half: "H" } as const;
const SEASON_STARTS: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

type Part = keyof typeof MONTHS;

export function quarterOrHalf(reading: Reading, part: Part, slot: Slot, year: number | null): Resolved {
  if ("by" in slot) return movedPart(reading, part, slot.by, slot.from);
  return nthPart(reading, part, slot.at, year ?? unsaidYear(reading, part, slot.at));
}

const monthsOf = (part: Part, nth: number): { first: number; last: number } => ({
  first: (nth - 1) * MONTHS[part] + 1,
  last: nth * MONTHS[part],
});

function nthPart(reading: Reading, part: Part, nth: number, year: number | null): Resolved {
  const code = `${LETTERS[part]}${nth}`;
  if (year === null) return reading.open(part, `XXXX-${code}`);
  const { first, last } = monthsOf(part, nth);
  return reading.stretch(part, `${yearText(year)}-${code}`, { year, month: first, day: 1 }, lastDay(year, last));
}

/** 지난 분기, 다음 반기 */
function movedPart(reading: Reading, part: Part, by: number, from: Origin): Resolved {
  const { period } = reading.context;
  const looksBack = part === "half" || from === "focus";
  const earlier = looksBack && period && isWhole(period.resolved, part) ? period : null;
  const base = earlier?.resolved.from ?? reading.reference;
  if (!base) return reading.open(part, `XXXX-${LETTERS[part]}X`);
  if (earlier) reading.byEarlier(earlier, part);
  else reading.byDocument(part);
  const { year, month } = addMonths({ ...base, day: 1 }, by * MONTHS[part]);
  return nthPart(reading, part, Math.ceil(month / MONTHS[part]), year);
}

/** A quarter or a half, by its name or by its months: 1분기(1∼3월). */
function isWhole({ level, from, to }: Resolved, part: Part): boolean {
  if (level === part) return true;
  if (level !== "days" || !from || !to) return false;
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  return from.day === 1 && months === MONTHS[part] && (from.month - 1) % months === 0;
}

/** This year, or the last where the clause is past and the part is still to come. */
function unsaidYear(reading: Reading, part: Part, nth: number): number | null {
  const { reference, context, point } = reading;
  if (!reference) return null;
  const told = toldYear(reading);
  if (told !== null) return told;
  reading.byDocument("year");
  const { first, last } = monthsOf(part, nth);
  const { year, month } = reference;
  if (point.lead === "last") return last < month ? year : year - 1;
  if (point.lead === "next") return first < month ? year + 1 : year;
  return first > month && context.tense() === "past" ? year - 1 : year;
}

/** The year that the sentence has said, of anything longer than a day: 지난해 매출은 …, 4분기 …. */
function toldYear(reading: Reading): number | null {
  const { context, point } = reading;
  const earlier = context.point;
  if (point.lead || !earlier?.yearStated || earlier.sentence !== context.sentence) return null;
  const { from, level } = earlier.resolved;
  if (!from || level === "day") return null;
  reading.byEarlier(earlier, "year");
  return from.year;
}

/** 올봄, 작년 가을, 지난겨울. Winter has the year that its December lies in. */
export function season(reading: Reading, said: Season, year: number | null): Resolved {
  const { point, reference } = reading;
  // 올겨울 in January and February is the winter that is going on.
  const isThisYear = point.year !== undefined && "by" in point.year && point.year.by === 0;
  const named =
    year === null ? unsaidSeasonYear(reading, said) : year - (isThisYear && isMidwinter(reference, said) ? 1 : 0);
  if (named === null) return reading.open("season", `XXXX-${said}`);
  const from = firstDay(said, named);
  return reading.stretch("season", `${yearText(named)}-${said}`, from, addDays(addMonths(from, 3), -1));
}

function unsaidSeasonYear(reading: Reading, said: Season): number | null {
  const { reference, point } = reading;
  if (!reference) return null;
  reading.byDocument("year");
  const { year, month } = reference;
  switch (point.lead) {
    case "last":
      return lastOver(said, reference);
    case "next":
      return firstDay(said, year).month > month ? year : year + 1;
    default:
      return isMidwinter(reference, said) ? year - 1 : year;
  }
}

/** The year of the last such season that is over. */
function lastOver(said: Season, reference: CivilDate): number {
  const { year, month } = addMonths({ ...reference, day: 1 }, -3);
  return month >= SEASON_STARTS[said] ? year : year - 1;
}

const firstDay = (said: Season, year: number): CivilDate => ({ year, month: SEASON_STARTS[said], day: 1 });

/** A winter that began in the year before publication. */
const isMidwinter = (reference: CivilDate | null, said: Season): boolean =>
  said === "WI" && reference !== null && reference.month <= 2;
