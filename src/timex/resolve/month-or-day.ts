/** Months, and days of a month that is said: 3월, 지난달 초, 3월 둘째 주, 3월 27일, 음력 5월 5일. */
import { addMonths, daysInMonth, isValidDate } from "../../core/civil-date.js";
import { lunarToSolar } from "../calendar/lunar.js";
import type { Slot } from "../expression.js";
import type { Origin } from "../piece.js";
import type { Context, Resolved } from "./context.js";
import { monthText, pad, phaseMod } from "./iso-text.js";
import { unsaidYear } from "./month-year.js";
import { fixed, lastDay, type Reading } from "./reading.js";
import { weekOfMonth } from "./week.js";

/** `year` is null where nothing fixes it. */
interface Month {
  readonly year: number | null;
  readonly month: number;
}

/** Any: without a year, February may have 29 days. */
const LEAP_YEAR = 2000;

export function monthOrDay(reading: Reading, slot: Slot): Resolved | null {
  const day = fixed(reading.point.day);
  const month =
    "by" in slot ? movedMonth(reading, slot) : { year: reading.year() ?? unsaidYear(reading, slot.at), month: slot.at };
  if (!month)
    return day === undefined
      ? reading.open("month", "XXXX-XX", phaseMod(reading.point.phase))
      : reading.open("day", `XXXX-XX-${pad(day)}`);
  return day === undefined ? wholeMonth(reading, month) : dayOfMonth(reading, month, day);
}

/** 지난달, 다음 달, 그달; null where there is nothing to count from. */
function movedMonth(reading: Reading, { by, from }: { readonly by: number; readonly from: Origin }): Month | null {
  const { point, day } = reading.context;
  const spokenOf = point?.resolved.level === "year" ? day : point;
  const focus = from === "focus" ? spokenOf : null;
  const base = focus?.resolved.from ?? reading.reference;
  if (!base) return null;
  if (focus) reading.byEarlier(focus, "month", "year");
  else reading.byDocument("month", "year");
  const moved = addMonths({ ...base, day: 1 }, by);
  return { year: reading.year() ?? moved.year, month: moved.month };
}

function wholeMonth(reading: Reading, { year, month }: Month): Resolved {
  const { weekOf, phase } = reading.point;
  const mod = phaseMod(phase);
  if (year === null) return reading.open("month", `XXXX-${pad(month)}`, mod);
  if (weekOf !== undefined) return weekOfMonth(reading, year, month, weekOf);
  return reading.stretch("month", monthText(year, month), { year, month, day: 1 }, lastDay(year, month), mod);
}

export function dayOfMonth(reading: Reading, { year, month }: Month, day: number): Resolved | null {
  const { point, context } = reading;
  if (year === null)
    return day > daysInMonth(LEAP_YEAR, month)
      ? noSuchDay(context)
      : reading.open("day", `XXXX-${pad(month)}-${pad(day)}`);
  const solar = point.lunar ? lunarToSolar(year, month, day, point.lunar === "leap") : null;
  // 음력 1월 30일 of a month that had 29 days.
  if (point.lunar && !solar && lunarToSolar(year, 1, 1)) return noSuchDay(context);
  const date = solar ?? { year, month, day };
  return isValidDate(date) ? reading.day(date) : noSuchDay(context);
}

function noSuchDay({ start, end, report }: Context): null {
  report({ code: "timex/no-such-day", severity: "warning", stage: "timex", start, end });
  return null;
}
