/** Decades, centuries, and years that no smaller part follows: 1990년대 초, 2024년, 연말, 내년 초. */
import type { CivilDate } from "../../core/civil-date.js";
import type { Resolved } from "./context.js";
import { monthText, phaseMod, yearText } from "./iso-text.js";
import { lastDay, type Reading } from "./reading.js";

const firstOf = (year: number): CivilDate => ({ year, month: 1, day: 1 });
const lastOf = (year: number): CivilDate => ({ year, month: 12, day: 31 });

/** 1990년대, 80년대 후반, 21세기 초 */
export function decades(reading: Reading, [first, last]: readonly [number, number]): Resolved {
  const mod = phaseMod(reading.point.phase);
  const stretch = (from: number, to: number): Resolved =>
    reading.stretch("years", `${yearText(from)}/${yearText(to)}`, firstOf(from), lastOf(to), mod);
  const isDecade = last - first === 9;
  // 초반, 중반, 후반 of a decade; of a century the years stay open.
  if (isDecade && mod === "START") return stretch(first, first + 3);
  if (isDecade && mod === "MID") return stretch(first + 4, first + 6);
  if (isDecade && mod === "END") return stretch(first + 5, last);
  return stretch(first, last);
}

/** A year, or its beginning or end; the year of publication where 초 or 말 stands alone. */
export function wholeYear(reading: Reading, said: number | null): Resolved | null {
  const { year: slot, phase } = reading.point;
  const year = said ?? (phase ? unsaidYear(reading) : null);
  // 말 of a year is its December, 후반 is not.
  const isEnd = phase === "late" || phase === "last10";
  if (year === null) {
    if (!slot && !phase) return null;
    return isEnd ? reading.open("month", "XXXX-12", "END") : reading.open("year", "XXXX", phaseMod(phase));
  }
  if (isEnd)
    return reading.stretch("month", monthText(year, 12), { year, month: 12, day: 1 }, lastDay(year, 12), "END");
  return reading.stretch("year", yearText(year), firstOf(year), lastOf(year), phaseMod(phase));
}

/** 연말, 연초 */
function unsaidYear(reading: Reading): number | null {
  const { reference, context, point } = reading;
  if (!reference) return null;
  reading.byDocument("year");
  // 연말 in January or February is past where the clause is.
  const isJustOver = point.phase === "late" && reference.month <= 2 && context.tense() === "past";
  return reference.year - (point.lead === "last" || isJustOver ? 1 : 0);
}
